#!/usr/bin/env bash
# Shows that training does not collapse beside a busy neighbour: runs the benchmark's training with the library's default threads
# alone and beside a process that keeps one processor busy, in turn, and prints the slowdown of every run.
#
#   benchmarks/busy-neighbour.sh [runs] [steps]      default: 20 runs of 40 steps for each engine
#
# On p processors a neighbour that takes one of them leaves a fair share of p/(p+1) to p threads; beyond three times that slowdown
# the script calls it a collapse and ends with 1. Raw results: benchmarks/results/busy-neighbour.tsv
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-20} steps=${2:-40}
jar=${JAR:-civae-examples/target/civae-examples.jar}
python=$(benchmarks/python-with json)
mkdir -p benchmarks/results
raw=benchmarks/results/busy-neighbour.tsv
: > "$raw"
neighbour=
trap '[ -z "$neighbour" ] || kill "$neighbour"' EXIT
measure() { # engine kind run
  local result
  # Few rows for what is not training and not looked at here.
  result=$(java -jar "$jar" benchmark --json --engine "$1" --steps "$steps" --rows 500 2> "$raw.errors") || { cat "$raw.errors" >&2; exit 1; }
  printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$result" >> "$raw"
}
for run in $(seq "$runs"); do
  for engine in MXNet PyTorch; do
    echo "run $run: $engine" >&2
    measure "$engine" alone "$run"
    "$python" -c 'while True: pass' &
    neighbour=$!
    measure "$engine" beside "$run"
    kill "$neighbour"
    wait "$neighbour" 2>/dev/null || true
    neighbour=
  done
done
"$python" - "$raw" "$(nproc)" <<'PY'
import json, statistics, sys

times, processors = {}, int(sys.argv[2])
for line in open(sys.argv[1]):
    engine, kind, run, result = line.rstrip("\n").split("\t")
    times.setdefault(engine, {}).setdefault(kind, []).append(json.loads(result)["trainingStepMillis"])
limit = 3 * (processors + 1) / processors
print("| engine | alone, median ms | beside, median ms | slowdown: median (min–max) | runs | collapsed |")
print("|---|---|---|---|---|---|")
collapsed = 0
for engine, kinds in times.items():
    alone = statistics.median(kinds["alone"])
    slowdown = [beside / alone for beside in kinds["beside"]]
    over = sum(s > limit for s in slowdown)
    collapsed += over
    print(f"| {engine} | {alone:.1f} | {statistics.median(kinds['beside']):.1f} | "
          f"{statistics.median(slowdown):.2f} ({min(slowdown):.2f}–{max(slowdown):.2f}) | {len(slowdown)} | {over} |")
sys.exit(1 if collapsed else 0)
PY
