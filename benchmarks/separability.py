#!/usr/bin/env python3
"""Linear separability of exported latents by scikit-learn, to check that of the study with other software.

Takes two files, latents of training and of test images: CSV as `civae-examples mnist --export` writes it
(train.csv and test.csv: label,z0,z1,...), or .npy with the label, a number, in the first column. Prints one JSON
object: heldOut (fitted on training latents, accuracy on test latents), resubstitution (fitted and scored on the test
latents) and unpenalized (the same without a penalty). The first two have C = 1; every fit is of a multinomial logistic
regression on latents standardised by the rows it is fitted on. Needs numpy and scikit-learn (Debian: python3-sklearn).
"""
import argparse
import json
import sys

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

MOST_ITERATIONS = 20000


def rows(path):
    """Latents and labels of a file; rows without a label are left out."""
    if path.endswith(".npy"):
        table = np.load(path)
        return table[:, 1:].astype(float), table[:, 0].astype(int).astype(str)
    with open(path, encoding="utf-8") as lines:
        if not next(lines, "").startswith("label,"):
            sys.exit(f"{path}: the first line must be label,z0,z1,...")
        cells = [line.rstrip("\n").split(",") for line in lines]
    cells = [line for line in cells if line[0]]
    return np.array([line[1:] for line in cells], float), np.array([line[0] for line in cells])


def accuracy(fitted, scored, penalty="l2"):
    """Of a regression fitted on one pair of latents and labels, on another."""
    regression = LogisticRegression(penalty=penalty, C=1.0, max_iter=MOST_ITERATIONS)
    return make_pipeline(StandardScaler(), regression).fit(*fitted).score(*scored)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training", help="latents of training images, .csv or .npy")
    parser.add_argument("test", help="latents of test images, .csv or .npy")
    o = parser.parse_args()
    training, test = rows(o.training), rows(o.test)
    print(json.dumps({
        "heldOut": accuracy(training, test),
        "resubstitution": accuracy(test, test),
        "unpenalized": accuracy(test, test, penalty=None),
        "trainingRows": len(training[0]),
        "testRows": len(test[0]),
        "columns": training[0].shape[1],
        "scikit-learn": sklearn.__version__,
    }))


if __name__ == "__main__":
    main()
