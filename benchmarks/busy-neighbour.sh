#!/usr/bin/env bash
# Shows that training does not collapse beside a busy neighbour: in every run a fresh JVM trains with the library's default threads,
# some steps alone and then as many beside a process that keeps one processor busy. Prints the slowdown over all runs.
#
#   benchmarks/busy-neighbour.sh [runs] [steps]      default: 20 runs of 40 and 40 steps for each engine, half a minute each
#
# On p processors a neighbour that takes one of them leaves a fair share of p/(p+1) to p threads; beyond three times that slowdown
# the script calls it a collapse and ends with 1. JAR=… takes another jar. Raw results: benchmarks/results/busy-neighbour.tsv
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-20} steps=${2:-40}
jar=${JAR:-civae-examples/target/civae-examples.jar}
[ -f "$jar" ] || { echo "$jar is missing; run: mvn -B package -DskipTests" >&2; exit 1; }
python=$(benchmarks/python-with statistics)
mkdir -p benchmarks/results
raw=benchmarks/results/busy-neighbour.tsv
: > "$raw"
for run in $(seq "$runs"); do
  for engine in MXNet PyTorch; do
    echo "run $run: $engine" >&2
    result=$(java -cp "$jar" benchmarks/BusyNeighbour.java "$engine" "$steps" 2> "$raw.errors") || { cat "$raw.errors" >&2; exit 1; }
    printf '%s\t%s\t%s\n' "$engine" "$run" "$result" >> "$raw"
  done
done
"$python" - "$raw" "$(nproc)" <<'PY'
import statistics, sys

times, processors = {}, int(sys.argv[2])
for line in open(sys.argv[1]):
    engine, run, alone, beside = line.split()
    times.setdefault(engine, []).append((float(alone), float(beside)))
limit = 3 * (processors + 1) / processors
print("| engine | alone, median ms | beside, median ms | slowdown: median (min–max) | runs | collapsed |")
print("|---|---|---|---|---|---|")
collapsed = 0
for engine, runs in times.items():
    slowdown = [beside / alone for alone, beside in runs]
    over = sum(s > limit for s in slowdown)
    collapsed += over
    alone, beside = (statistics.median(column) for column in zip(*runs))
    print(f"| {engine} | {alone:.1f} | {beside:.1f} | "
          f"{statistics.median(slowdown):.2f} ({min(slowdown):.2f}–{max(slowdown):.2f}) | {len(slowdown)} | {over} |")
sys.exit(1 if collapsed else 0)
PY
