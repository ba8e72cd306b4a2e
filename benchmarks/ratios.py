#!/usr/bin/env python3
"""Ratios with spread of runs that were made in turn: reads lines `ROUND<TAB>CONTESTANT<TAB>JSON` and writes a Markdown table.

Each round holds one run of every contestant. A ratio is taken inside a round, so that what slowed the machine for a
while slowed both; the table has the median of the rounds and, in brackets, the lowest and the highest.
"""
import json
import statistics
import sys

FIGURES = [
    ("trainingStepMillis", "training step, time", "ms", 1),
    ("encodeRowsPerSecond", "encode, rate", "rows/s", 0),
    ("decodeRowsPerSecond", "decode, rate", "rows/s", 0),
    ("encodeOneMicrosP50", "one row encoded, time", "µs", 0),
    ("augmentSeconds", "class doubled, time", "s", 3),
    ("loadSeconds", "load, fresh JVM to first row", "s", 2),
]


def read(lines):
    rounds = {}
    for line in lines:
        number, contestant, result = line.rstrip("\n").split("\t")
        rounds.setdefault(int(number), {})[contestant] = json.loads(result)
    return rounds


def spread(values, digits):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def rows(rounds, ours, theirs):
    for field, name, unit, digits in FIGURES:
        both = [(r[ours], r[theirs]) for r in rounds.values() if ours in r and theirs in r]
        pairs = [(a[field], b[field]) for a, b in both if field in a and field in b]
        if pairs:
            yield [
                f"{ours} / {theirs}",
                name,
                f"{spread([a for a, _ in pairs], digits)} {unit}",
                f"{spread([b for _, b in pairs], digits)} {unit}",
                f"**{spread([a / b for a, b in pairs], 2)}**",
                str(len(pairs)),
            ]


def main():
    rounds = read(sys.stdin)
    print("| | figure | first | second | first / second: median (min–max) | rounds |")
    print("|---|---|---|---|---|---|")
    for pair in sys.argv[1:]:
        ours, theirs = pair.split("/")
        for row in rows(rounds, ours, theirs):
            print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
