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
    parser.add_argument("--device", default="cpu", help="cpu, gpu or gpu:N, as of `benchmark`")
    parser.add_argument("--json", action="store_true", help="for symmetry; the output is JSON in any case")
    o = parser.parse_args()
    o.device = torch.device(o.device.replace("gpu", "cuda"))
    return o


def wait(device):
    """A GPU works beside Python: only what it has finished counts."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


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
    x = torch.rand(o.batch, FEATURES, device=o.device)
    labels = torch.randint(CLASSES, (o.batch,), device=o.device)
    optimiser = torch.optim.Adam(model.parameters(), 2e-3)
    model.train()
    begin = 0.0
    for step in range(o.warm_up + o.steps):
        if step == o.warm_up:
            wait(o.device)
            begin = time.perf_counter()
        optimiser.zero_grad()
        model.objective(x, labels).backward()
        optimiser.step()
    wait(o.device)
    return 1e3 * (time.perf_counter() - begin) / o.steps


def median_seconds(work, runs, device):
    for _ in range(runs):
        work()
    wait(device)
    seconds = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        wait(device)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def gemm_gflops(device, side=1024):
    a, b = torch.rand(side, side, device=device), torch.rand(side, side, device=device)
    return 2e-9 * side**3 / median_seconds(lambda: torch.mm(a, b), 9, device)


def operations(*modules):
    """Of the matrix products for one row forward, a multiplication with its addition as two."""
    linear = (layer for module in modules for layer in module.modules() if isinstance(layer, nn.Linear))
    return sum(2 * layer.in_features * layer.out_features for layer in linear)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(1)
    model = ClassInformedVae([int(width) for width in o.hidden.split(",")], o.latent, o.dropout)
    encoding = operations(model.body, model.mean, model.log_variance)
    decoding = operations(model.decoder)
    first = operations(model.body[0] if len(model.body) else model.mean)
    model.to(o.device)
    gemm = gemm_gflops(o.device)
    millis = step_millis(model, o)
    model.eval()
    # In the memory of the processor, where results are wanted too: a GPU has to copy both.
    x, z, one = torch.rand(o.rows, FEATURES), torch.rand(o.rows, o.latent) * 2 - 1, torch.rand(1, FEATURES)

    def encode(rows):
        mean, log_variance = model.encode(rows.to(o.device))
        return mean.cpu(), log_variance.cpu()

    with torch.no_grad():
        encode_rate = o.rows / median_seconds(lambda: encode(x), 5, o.device)
        decode_rate = o.rows / median_seconds(lambda: model.decoder(z.to(o.device)).cpu(), 5, o.device)
        result = {
            "engine": "Python PyTorch " + torch.__version__,
            "device": str(o.device).replace("cuda", "gpu"),
            "threads": o.threads,
            "batch": o.batch,
            "steps": o.steps,
            "trainingStepMillis": millis,
            "encodeRowsPerSecond": encode_rate,
            "decodeRowsPerSecond": decode_rate,
            "encodeOneMicrosP50": 1e6 * median_seconds(lambda: encode(one), 500, o.device),
            "gemmGflops": gemm,
            "trainingGflops": o.batch * (3 * (encoding + decoding + operations(model.head)) - first) / millis / 1e6,
            "encodeGflops": encode_rate * encoding / 1e9,
            "decodeGflops": decode_rate * decoding / 1e9,
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
