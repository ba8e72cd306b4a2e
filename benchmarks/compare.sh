#!/usr/bin/env bash
# Runs the engines and their peer in Python in turn (A B C A B C …) and prints ratios with spread as Markdown.
#
#   benchmarks/compare.sh [rounds] [steps] [most threads]      default: 5 rounds, 100 steps, 2 threads
#
# Every contestant runs with 1 thread and with the most, each in a process of its own. "best" takes, in every round, the faster of
# the runs of each. "PythonKept" is Python whose C library keeps freed memory; see docs/performance.md. DEVICE=gpu (or gpu:N)
# measures there, on the PyTorch engine and its peer alone. DL4J=yes adds Deeplearning4j (Linux x86_64; see benchmarks/dl4j/run).
# JAR=… takes another jar.
# Raw results: benchmarks/results/compare.tsv. Build first: mvn -B package -DskipTests
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5} steps=${2:-100} most=${3:-2}
python=$(benchmarks/python-with torch sklearn)
device=${DEVICE:-cpu}
engines="MXNet PyTorch"
[ "$device" = cpu ] || engines=PyTorch # There is no native of MXNet for GPUs; see docs/engines.md.
jar=${JAR:-civae-examples/target/civae-examples.jar}
[ -f "$jar" ] || { echo "$jar is missing; run: mvn -B package -DskipTests" >&2; exit 1; }
mkdir -p benchmarks/results
raw=benchmarks/results/compare.tsv
: > "$raw"
record() { # round contestant command...
  local round=$1 name=$2 result
  shift 2
  echo "round $round: $name" >&2
  result=$("$@" 2> "$raw.errors") || { cat "$raw.errors" >&2; exit 1; }
  printf '%s\t%s\t%s\n' "$round" "$name" "$result" >> "$raw"
}
# A kernel of OpenBLAS forced by the environment would hold Python alone back.
own_kernel=(env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE)
# Where memory costs much to map, Python's step is mostly that. Few users know how to tell the C library to keep it, as this
# library does for its engines; a fair comparison shows both.
kept=(MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=4294967296 MALLOC_TOP_PAD_=268435456)
counts=1
[ "$most" -gt 1 ] && counts="1 $most"
for round in $(seq "$rounds"); do
  for threads in $counts; do
    peer=(OMP_NUM_THREADS="$threads" "$python" benchmarks/peer_pytorch.py --threads "$threads" --steps "$steps" --device "$device")
    record "$round" "Python-$threads" "${own_kernel[@]}" "${peer[@]}"
    record "$round" "PythonKept-$threads" "${own_kernel[@]}" "${kept[@]}" "${peer[@]}"
    if [ "${DL4J:-no}" = yes ]; then
      record "$round" "Deeplearning4j-$threads" env OMP_NUM_THREADS="$threads" benchmarks/dl4j/run "$steps"
    fi
    for engine in $engines; do
      record "$round" "$engine-$threads" java -jar "$jar" benchmark --json --engine "$engine" --threads "$threads" --steps "$steps" --device "$device"
    done
  done
  record "$round" SMOTE "${own_kernel[@]}" OMP_NUM_THREADS="$most" "$python" benchmarks/smote.py
done
"$python" benchmarks/best.py < "$raw" > "$raw.best"
{
  echo "Machine: $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) processors, device $device; load before the last line $(cut -d' ' -f1-3 /proc/loadavg)."
  echo
  pairs=() alone=()
  for engine in $engines; do
    for threads in $counts; do
      pairs+=("$engine-$threads/Python-$threads" "$engine-$threads/PythonKept-$threads")
      alone+=("$engine-$threads")
      [ "${DL4J:-no}" = yes ] && pairs+=("$engine-$threads/Deeplearning4j-$threads")
    done
    pairs+=("$engine-best/Python-best" "$engine-best/PythonKept-best" "$engine-best/SMOTE")
    [ "$most" -gt 1 ] && pairs+=("$engine-$most/$engine-1")
  done
  for threads in $counts; do
    alone+=("Python-$threads" "PythonKept-$threads")
  done
  "$python" benchmarks/ratios.py "${pairs[@]}" < "$raw.best"
  echo
  "$python" benchmarks/shares.py "${alone[@]}" < "$raw"
} | tee benchmarks/results/compare.md
