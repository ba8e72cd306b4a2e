#!/usr/bin/env python3
"""A plain CI-VAE in PyTorch on MNIST, to set beside the study: the network of peer_pytorch.py, trained and measured.

After each epoch it measures the test images and prints a line to the standard error stream; at the end it prints one
JSON object with the members that `civae-examples paper --peer` reads, and `perEpoch`: the training time so far and the
figures after each epoch. `reached` is the first epoch whose squared error is at most 10.07, the paper's, and whose
held-out separability is at least 98.5 %, with the training time up to it; null if there is none. Time is that of
training alone, measuring is left out. The images are pooled and split 80/10/10 at random by --split-seed. Needs torch,
numpy and scikit-learn (Debian: python3-torch, python3-sklearn).
"""
import argparse
import gzip
import json
import os
import sys
import time

import numpy as np
import torch
from peer_pytorch import CLASSES, FEATURES, ClassInformedVae
from separability import accuracy

TARGET_SSE, TARGET_HELD_OUT = 10.07, 0.985


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of MNIST's four IDX files, .gz or not")
    parser.add_argument("--beta", type=float, default=7.84, help="0 for a VAE")
    parser.add_argument("--alpha", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1, help="of the weights, the order and all noise")
    parser.add_argument("--split-seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--rate", type=float, default=2e-3, help="the peak of one cycle")
    parser.add_argument("--dropout", type=float, default=0.02)
    parser.add_argument("--hidden", default="512,512,256,256,128,128,64")
    parser.add_argument("--latent", type=int, default=20)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--images", type=int, help="only so many, to try it out; default: all")
    return parser.parse_args()


def idx(folder, name):
    """The values of an IDX file of bytes, with its shape."""
    path = os.path.join(folder, name)
    opened = open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz")
    with opened as file:
        content = file.read()
    if content[:3] != b"\x00\x00\x08":
        sys.exit(f"{path}: is not an IDX file of bytes")
    shape = np.frombuffer(content, ">i4", content[3], 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * content[3]).reshape(shape)


def parts(o):
    """Images in [0, 1] and labels of training and test; the tenth between is left for validation."""
    images = np.concatenate([idx(o.data, f"{part}-images-idx3-ubyte") for part in ("train", "t10k")])
    labels = np.concatenate([idx(o.data, f"{part}-labels-idx1-ubyte") for part in ("train", "t10k")])
    if labels.max() >= CLASSES:
        sys.exit(f"label ({labels.max()}) must be below {CLASSES}")
    order = np.random.RandomState(o.split_seed).permutation(len(labels))[: o.images]
    x = torch.tensor(images[order].reshape(len(order), FEATURES), dtype=torch.float32) / 255
    y = torch.tensor(labels[order].astype(np.int64))
    training, held = slice(0, int(0.8 * len(order))), slice(int(0.9 * len(order)), len(order))
    return (x[training], y[training]), (x[held], y[held])


def train_epoch(model, optimiser, schedule, training, o):
    x, y = training
    model.train()
    order = torch.randperm(len(x))
    batches = max(1, len(x) // o.batch)
    for i in range(batches):
        rows = order[i * o.batch : (i + 1) * o.batch]
        optimiser.zero_grad()
        model.objective(x[rows], y[rows], alpha=o.alpha, beta=o.beta).backward()
        optimiser.step()
        schedule.step()


def latents(model, x):
    """Posterior means, some thousands at a time."""
    with torch.no_grad():
        return torch.cat([model.encode(part)[0] for part in x.split(5000)])


def measured(model, training, test):
    model.eval()
    z_training, z_test = latents(model, training[0]), latents(model, test[0])
    with torch.no_grad():
        error = model.decoder(z_test) - test[0]
        right = (model.head(z_test).argmax(1) == test[1]).float().mean().item()
    fitted, scored = (z_training.numpy(), training[1].numpy()), (z_test.numpy(), test[1].numpy())
    figures = {
        "sse": error.square().sum(1).mean().item(),
        "mae255": 255 * error.abs().mean().item(),
        "discriminatorAccuracy": right,
        "heldOut": accuracy(fitted, scored),
    }
    return figures, scored


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    training, test = parts(o)
    model = ClassInformedVae([int(width) for width in o.hidden.split(",")], o.latent, o.dropout)
    optimiser = torch.optim.Adam(model.parameters(), o.rate)
    steps = o.epochs * max(1, len(training[0]) // o.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, o.rate, total_steps=steps)
    seconds, history = 0.0, []
    for epoch in range(1, o.epochs + 1):
        begin = time.perf_counter()
        train_epoch(model, optimiser, schedule, training, o)
        seconds += time.perf_counter() - begin
        figures, scored = measured(model, training, test)
        history.append({"epoch": epoch, "seconds": seconds, **figures})
        print(
            f"epoch {epoch}/{o.epochs}  {seconds:.1f} s of training  sse {figures['sse']:.2f}"
            f"  held out {100 * figures['heldOut']:.2f} %",
            file=sys.stderr,
            flush=True,
        )
    last = history[-1]
    fit = [e for e in history if e["sse"] <= TARGET_SSE and e["heldOut"] >= TARGET_HELD_OUT]
    print(json.dumps({
        "beta": o.beta,
        "seed": o.seed,
        "epochs": o.epochs,
        "seconds": seconds,
        "sse": last["sse"],
        "mae255": last["mae255"],
        "discriminatorAccuracy": last["discriminatorAccuracy"],
        "separability": {"heldOut": last["heldOut"], "resubstitution": accuracy(scored, scored)},
        "reached": {key: fit[0][key] for key in ("epoch", "seconds")} if fit else None,
        "perEpoch": history,
        "settings": {key: value for key, value in vars(o).items() if key != "data"},
        "trainingImages": len(training[0]),
        "testImages": len(test[0]),
        "torch": torch.__version__,
    }))


if __name__ == "__main__":
    main()
