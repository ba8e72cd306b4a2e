#!/usr/bin/env python3
"""The network of `civae-examples benchmark` in plain PyTorch: what a Python user would write, timed the same way.

Prints one JSON object with the fields of `benchmark --json` that make sense here. Data are uniform random numbers,
as there. Needs torch and numpy (Debian: python3-torch).
"""
import argparse
import json
import statistics
import time

import torch
from torch import nn

FEATURES, CLASSES = 784, 10


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--steps", type=int, default=100, help="timed training steps, after --warm-up others")
    parser.add_argument("--warm-up", type=int, default=100)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--hidden", default="512,512,256,256,128,128,64")
    parser.add_argument("--latent", type=int, default=20)
    parser.add_argument("--dropout", type=float, default=0.02)
    parser.add_argument("--rows", type=int, default=5000, help="rows of a bulk call")
    parser.add_argument("--json", action="store_true", help="for symmetry; the output is JSON in any case")
    return parser.parse_args()


class ClassInformedVae(nn.Module):
    def __init__(self, widths, latent, dropout):
        super().__init__()

        def hidden(sizes):
            blocks = []
            for inputs, outputs in zip(sizes, sizes[1:]):
                blocks.append(nn.Linear(inputs, outputs))
                blocks.append(nn.BatchNorm1d(outputs))
                blocks.append(nn.ReLU())
                if dropout > 0:
                    blocks.append(nn.Dropout(dropout))
            return nn.Sequential(*blocks)

        self.body = hidden([FEATURES, *widths])
        self.mean = nn.Linear(widths[-1], latent)
        self.log_variance = nn.Linear(widths[-1], latent)
        self.decoder = nn.Sequential(hidden([latent, *reversed(widths)]), nn.Linear(widths[0], FEATURES), nn.Sigmoid())
        self.head = nn.Linear(latent, CLASSES)

    def encode(self, x):
        h = self.body(x)
        return self.mean(h), self.log_variance(h)

    def objective(self, x, labels, alpha=0.01, beta=8.0):
        mean, log_variance = self.encode(x)
        z = torch.addcmul(mean, torch.exp(log_variance / 2), torch.randn_like(mean))
        error = nn.functional.mse_loss(self.decoder(z), x, reduction="sum") / len(x)
        divergence = (mean.pow(2) + log_variance.exp() - log_variance - 1).sum() / (2 * len(x))
        return error + alpha * divergence + beta * nn.functional.cross_entropy(self.head(z), labels)


def step_millis(model, o):
    """The mean of the timed steps, all on one batch: choosing rows, which the JVM side does, is spared here."""
    x, labels = torch.rand(o.batch, FEATURES), torch.randint(CLASSES, (o.batch,))
    optimiser = torch.optim.Adam(model.parameters(), 2e-3)
    model.train()
    begin = 0.0
    for step in range(o.warm_up + o.steps):
        if step == o.warm_up:
            begin = time.perf_counter()
        optimiser.zero_grad()
        model.objective(x, labels).backward()
        optimiser.step()
    return 1e3 * (time.perf_counter() - begin) / o.steps


def median_seconds(work, runs):
    for _ in range(runs):
        work()
    seconds = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def gemm_gflops(side=1024):
    a, b = torch.rand(side, side), torch.rand(side, side)
    return 2e-9 * side**3 / median_seconds(lambda: torch.mm(a, b), 9)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(1)
    model = ClassInformedVae([int(width) for width in o.hidden.split(",")], o.latent, o.dropout)
    gemm = gemm_gflops()
    millis = step_millis(model, o)
    model.eval()
    x, z, one = torch.rand(o.rows, FEATURES), torch.rand(o.rows, o.latent) * 2 - 1, torch.rand(1, FEATURES)
    with torch.no_grad():
        result = {
            "engine": "Python PyTorch " + torch.__version__,
            "threads": o.threads,
            "batch": o.batch,
            "steps": o.steps,
            "trainingStepMillis": millis,
            "encodeRowsPerSecond": o.rows / median_seconds(lambda: model.encode(x), 5),
            "decodeRowsPerSecond": o.rows / median_seconds(lambda: model.decoder(z), 5),
            "encodeOneMicrosP50": 1e6 * median_seconds(lambda: model.encode(one), 500),
            "gemmGflops": gemm,
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
