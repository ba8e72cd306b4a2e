#!/usr/bin/env python3
"""SMOTE on scikit-learn's nearest neighbours: doubles a class of --rows × 784 and prints the seconds as JSON.

A stand-in for imbalanced-learn, which Debian does not package; it does what the method's paper says and no more:
for each synthetic row a random member, one of its five nearest neighbours, and a random point between the two.
"""
import argparse
import json
import statistics
import time

import numpy as np
from sklearn.neighbors import NearestNeighbors

NEIGHBOURS = 5


def smote(members, count, random):
    index = NearestNeighbors(n_neighbors=NEIGHBOURS + 1).fit(members)
    # The nearest neighbour of a member is the member itself.
    neighbours = index.kneighbors(members, return_distance=False)[:, 1:]
    base = random.integers(len(members), size=count)
    other = neighbours[base, random.integers(NEIGHBOURS, size=count)]
    share = random.random((count, 1), dtype=members.dtype)
    return members[base] + share * (members[other] - members[base])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    o = parser.parse_args()
    random = np.random.default_rng(1)
    members = random.random((o.rows, 784), dtype=np.float32)
    seconds = []
    for _ in range(o.runs):
        begin = time.perf_counter()
        assert smote(members, o.rows, random).shape == members.shape
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"augmentSeconds": statistics.median(seconds), "augmentRows": o.rows}))


if __name__ == "__main__":
    main()
