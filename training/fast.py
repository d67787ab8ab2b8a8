"""Trains the reader to answer with 8-bit weights as it does with whole ones; quantize.py then writes it.

    python3 training/fast.py STATE.pt --out DIR [--labels] [--epochs 2]

In each step both read the same windows of MUC-4 text or paragraphs of our own, whatever is marked in them, and the one whose
weights and inputs are rounded as the fast form rounds them (one scale a column, one scale an input) is drawn towards the
answers of the other, on every head (Hinton et al. 2015; rounding passed through as in Bengio et al. 2013). With --labels the marks of the paragraphs are learned too, in place of what the whole one answers there: for paragraphs
that it has not had. Writes DIR/state.pt after each epoch and goes on from there.
"""

import argparse
import random
import time
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

import muc4
import paragraphs
from encoder import PARTS, Encoder
from heads import Head
from pieces import WordPieces
from quantize import LARGEST
from train import HERE, batches_of, groups, held, loss_of, muc_windows, padded, result, stacked


class Rounded(nn.Module):
    """A linear layer that computes as DynamicQuantizeMatMul does: what goes in as 0 to 255, weights as -LARGEST to LARGEST."""

    def __init__(self, whole, smooth):
        super().__init__()
        self.weight, self.bias = whole.weight, whole.bias
        self.register_buffer("smooth", torch.from_numpy(smooth))

    def forward(self, x):
        x = x.float() / self.smooth
        with torch.no_grad():
            low, high = x.min().clamp(max=0), x.max().clamp(min=0)
            step = (high - low) / 255
            zero = torch.round(-low / step)
        x = through(torch.clamp(x / step + zero, 0, 255)) - zero
        weight = self.weight * self.smooth
        scale = weight.detach().abs().max(dim=1).values / LARGEST
        weight = through(weight / scale[:, None])
        # whole numbers up to 256 are exact in bfloat16
        return functional.linear(x, weight).float() * (step * scale) + self.bias


def through(x):
    """Rounded, with the gradient of what was not."""
    return x + (torch.round(x) - x).detach()


def reader(state, heads):
    encoder = Encoder(30522, *({n: len(h.labels) for n, h in heads.items() if (h.kind == "text") == text} for text in (False, True)), dropout=0.0)
    encoder.load_state_dict(result(torch.load(state, map_location="cpu")))
    return encoder


def smooth_of(encoder, cutter, documents, share):
    """What each column of a matrix's input is divided by, from a few windows (Xiao et al. 2023); of geometric mean 1."""
    sizes, watching = {}, []
    for number, layer in enumerate(encoder.layers):
        for part in PARTS[2:]:

            def seen(_, inputs, name=named(number, part)):
                sizes[name] = numpy.maximum(sizes.get(name, 1e-4), inputs[0].abs().amax(dim=(0, 1)).numpy())

            watching.append(getattr(layer, part).register_forward_pre_hook(seen))
    with torch.no_grad():
        for document in documents[:: len(documents) // 8]:
            encoder(torch.tensor([[cutter.start, *cutter.cut(document["text"])[0][:254], cutter.end]]))
    for one in watching:
        one.remove()
    found = {}
    for number, layer in enumerate(encoder.layers):
        for name, parts in {named(number, part): [p for p in PARTS if named(0, p) == named(0, part)] for part in PARTS}.items():
            largest = numpy.max([getattr(layer, part).weight.detach().abs().amax(dim=0).numpy() for part in parts], axis=0)
            smooth = sizes[name] ** share / numpy.maximum(largest, 1e-4) ** (1 - share)
            found[name] = (smooth / numpy.exp(numpy.log(smooth).mean())).astype(numpy.float32)
    return found


def named(number, part):
    """Query, key and value are one matrix in the fast form."""
    return f"layers.{number}.{'mixed' if part in PARTS[:3] else part}"


def round_all(encoder, smooth):
    for number, layer in enumerate(encoder.layers):
        for part in PARTS:
            setattr(layer, part, Rounded(getattr(layer, part), smooth[named(number, part)]))


def shares(answer, head):
    return torch.sigmoid(answer) if head.kind in ("any", "text") else torch.softmax(answer, dim=-1)


def distance(answers, wanted, heads):
    """Cross entropy against the shares of the teachers, head by head; rows are pieces."""
    total = 0.0
    for name, want in wanted.items():
        head, answer = heads[name], answers[name].float()
        if head.kind in ("any", "text"):
            loss = functional.binary_cross_entropy_with_logits(answer, want)
        else:
            loss = -(want * functional.log_softmax(answer, dim=-1)).sum(dim=-1).mean()
        total = total + head.weight * loss
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--muc", type=Path, default=HERE.parent.parent / "shared/bench/muc4/dev")
    parser.add_argument("--paragraphs", type=Path, default=HERE / "paragraphs")
    parser.add_argument("--labels", action="store_true", help="learn the paragraphs by their marks")
    parser.add_argument("--rounds", type=int, default=1, help="how often an epoch reads the paragraphs")
    parser.add_argument("--muc-share", type=float, default=1.0, help="share of the batches of MUC-4 text that an epoch reads")
    parser.add_argument("--start", type=Path, help="a state.pt of this script to go on from with a new run")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--quiet-windows", type=float, default=0.35)
    parser.add_argument("--share", type=float, default=0.7, help="how much of a column's size goes over to the weights, 0 to 1")
    parser.add_argument("--average", type=float, default=0.998, help="decay of the running mean of the weights, which is what is kept as the result")
    parser.add_argument("--seed", type=int, default=31)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    kept = torch.load(given.state, map_location="cpu")
    heads = {name: Head(*head) for name, head in kept["heads"].items()}
    cutter = WordPieces(kept["vocabulary"])
    documents = muc4.read(given.muc / "train.jsonl")
    teacher, student = reader(given.state, heads).eval(), reader(given.state, heads)
    smooth = smooth_of(teacher, cutter, documents, given.share)
    if given.start:
        begun = torch.load(given.start, map_location="cpu")
        student.load_state_dict(begun["mean"])
        smooth = begun["smooth"]
    round_all(student, smooth)

    muc_names = [n for n in heads if n.startswith("muc_") or n == "doc_types"]
    own_names = [n for n in heads if n not in muc_names]
    windows = [window for one in documents for window in muc_windows(one, cutter, heads, muc_names)]
    loud, quiet = [w for w in windows if w[2]], [w for w in windows if not w[2]]
    own = [one for one in paragraphs.read(given.paragraphs.glob("*.txt")) if not held(one)]
    optimizer = torch.optim.AdamW(student.parameters(), lr=given.rate, weight_decay=0.01)
    state = given.out / "state.pt"
    mean = {name: value.detach().clone() for name, value in student.state_dict().items()}
    first, done = 0, 0
    if state.exists():
        before = torch.load(state)
        student.load_state_dict(before["rounded"])
        optimizer.load_state_dict(before["optimizer"])
        mean, first, done = before["rounded_mean"], before["epoch"] + 1, before["done"]
    log = (given.out / "log.txt").open("a", buffering=1)
    masked = torch.tensor(cutter.mask)
    for epoch in range(first, given.epochs):
        chance = random.Random(given.seed * 1000 + epoch)
        dice = torch.Generator().manual_seed(given.seed * 1000 + epoch)
        batches = batches_of(loud + chance.sample(quiet, int(len(quiet) * given.quiet_windows)), 4, chance)
        work = [(batch, False) for batch in batches[: int(len(batches) * given.muc_share)]]
        work += [(batch, True) for batch in batches_of(groups(own * given.rounds, cutter, heads, own_names, chance), 2, chance)]
        chance.shuffle(work)
        total = len(work) * given.epochs
        student.train()
        losses, began = [], time.time()
        for number, (examples, ours) in enumerate(work):
            for part in optimizer.param_groups:
                part["lr"] = given.rate * min((done + 1) / (0.05 * total), 1.02 - done / total)
            pieces, there = padded(examples)
            pieces = torch.where((torch.rand(pieces.shape, generator=dice) < 0.06) & (pieces > 103), masked, pieces)
            with torch.no_grad(), torch.cpu.amp.autocast():
                wanted = {name: shares(answer.float(), heads[name]) for name, answer in teacher(pieces, there).items()}
            with torch.cpu.amp.autocast():
                answers = student(pieces, there)
            real = slice(None) if there is None else there.bool()
            rows = lambda table: {name: value if heads[name].kind == "text" else value[real] for name, value in table.items()}
            if given.labels and ours:
                loss = loss_of({name: answers[name] for name in own_names}, stacked(examples, heads, own_names)[2], heads)
                wanted = {name: wanted[name] for name in muc_names}
            else:
                loss = 0.0
            loss = loss + distance(rows(answers), rows(wanted), heads)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            done += 1
            share = 1 - min(given.average, (done + 1) / (done + 10))
            for name, value in student.state_dict().items():
                mean[name].lerp_(value, share)
            losses.append(loss.item())
            if number % 25 == 24:
                print(f"epoch {epoch} step {number + 1}/{len(work)} {numpy.mean(losses[-100:]):.4f} {time.time() - began:.0f} s", file=log)
        whole = {name: value for name, value in mean.items() if not name.endswith(".smooth")}
        torch.save({"encoder": whole, "mean": whole, "rounded": student.state_dict(), "rounded_mean": mean, "optimizer": optimizer.state_dict(), "epoch": epoch, "done": done,
                    "heads": kept["heads"], "vocabulary": kept["vocabulary"], "smooth": smooth}, state)
        print(f"epoch {epoch} done in {time.time() - began:.0f} s", file=log)


if __name__ == "__main__":
    main()
