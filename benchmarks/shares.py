#!/usr/bin/env python3
"""What runs say by themselves: reads lines `ROUND<TAB>CONTESTANT<TAB>JSON`, writes a Markdown table with a column for each contestant.

Of training, encoding and decoding the share of the matrix-product rate that the same run measured, taken run by run;
of start and memory the figures. The table has the median of the rounds and, in brackets, the lowest and the highest.
"""
import sys

from ratios import read, spread

RATE = "gemmGflops"
SHARES = [
    ("trainingGflops", "training, of that rate"),
    ("encodeGflops", "encode, of that rate"),
    ("decodeGflops", "decode, of that rate"),
]
FIGURES = [
    ("loadSeconds", "load, fresh JVM to first row", "s", 2),
    ("engineStartSeconds", "engine, fresh JVM to first product", "s", 2),
    ("trainingHeapMegabytes", "heap of a training beyond the data", "MB", 1),
]


def cell(values, digits, unit):
    return f"{spread(values, digits)} {unit}" if values else ""


def main():
    rounds = read(sys.stdin)
    names = [name for name in sys.argv[1:] if any(name in results for results in rounds.values())]
    runs = {name: [results[name] for results in rounds.values() if name in results] for name in names}

    def row(title, cells):
        print("| " + " | ".join([title, *cells]) + " |")

    row("", names)
    print("|---" * (1 + len(names)) + "|")
    row("best matrix product", [cell([r[RATE] for r in runs[n] if RATE in r], 0, "GFLOP/s") for n in names])
    for field, title in SHARES:
        row(title, [cell([100 * r[field] / r[RATE] for r in runs[n] if field in r], 0, "%") for n in names])
    for field, title, unit, digits in FIGURES:
        row(title, [cell([r[field] for r in runs[n] if field in r], digits, unit) for n in names])


if __name__ == "__main__":
    main()
