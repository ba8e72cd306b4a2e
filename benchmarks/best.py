#!/usr/bin/env python3
"""Adds, to runs `ROUND<TAB>ENGINE-THREADS<TAB>JSON`, each engine's best figure of the round as `ENGINE-best`."""
import json
import sys

LESS_IS_BETTER = {"trainingStepMillis", "encodeOneMicrosP50", "augmentSeconds", "loadSeconds"}
MORE_IS_BETTER = {"encodeRowsPerSecond", "decodeRowsPerSecond"}


def best(runs):
    result = {}
    for field in LESS_IS_BETTER | MORE_IS_BETTER:
        values = [run[field] for run in runs if field in run]
        if values:
            result[field] = min(values) if field in LESS_IS_BETTER else max(values)
    return result


def main():
    groups = {}
    for line in sys.stdin:
        print(line, end="")
        number, contestant, result = line.rstrip("\n").split("\t")
        engine, dash, threads = contestant.rpartition("-")
        if dash and threads.isdigit():
            groups.setdefault((number, engine), []).append(json.loads(result))
    for (number, engine), runs in groups.items():
        print(f"{number}\t{engine}-best\t{json.dumps(best(runs))}")


if __name__ == "__main__":
    main()
