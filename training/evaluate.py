"""What a trained state reads right: spans and labels on the paragraphs left out of training, and MUC-4 spans of tst1 and tst2.

    python3 training/evaluate.py STATE.pt
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy
import torch

import muc4
import paragraphs
from encoder import Encoder
from heads import Head
from pieces import WordPieces
from train import HERE, held, muc_windows, paragraph_example, result


def spans_of(tags):
    """(start, end) of each run that B opens; an I without a B opens one too."""
    found, start = [], None
    for at, tag in enumerate([*tags, 0]):
        if start is not None and tag != 2:
            found.append((start, at))
            start = None
        if tag == 1 or tag == 2 and start is None:
            start = at
    return set(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", type=Path)
    parser.add_argument("--muc", type=Path, default=HERE.parent.parent / "shared/bench/muc4/dev")
    parser.add_argument("--paragraphs", type=Path, default=HERE / "paragraphs")
    given = parser.parse_args()
    torch.set_num_threads(1)
    kept = torch.load(given.state, map_location="cpu")
    heads = {name: Head(*head) for name, head in kept["heads"].items()}
    encoder = Encoder(len(kept["vocabulary"]), *({n: len(h.labels) for n, h in heads.items() if (h.kind == "text") == text} for text in (False, True)), dropout=0.0)
    encoder.load_state_dict(result(kept))
    encoder.eval()
    cutter = WordPieces(kept["vocabulary"])
    muc = [n for n in heads if n.startswith("muc_") or n == "doc_types"]
    own = [n for n in heads if n not in muc]
    examples = [paragraph_example([one], cutter, heads, own) for one in paragraphs.read(given.paragraphs.glob("*.txt")) if held(one)]
    report("paragraphs", encoder, heads, own, examples)
    windows = [(ids, labels) for name in ("tst1", "tst2") for one in muc4.read(given.muc / f"{name}.jsonl")
               for ids, labels, _ in muc_windows(one, cutter, heads, muc)]
    report("tst1+tst2", encoder, heads, muc, windows)


def report(title, encoder, heads, names, examples):
    right, read, true = Counter(), Counter(), Counter()
    for ids, labels in examples:
        with torch.no_grad():
            answers = encoder(torch.tensor([ids]))
        for name in names:
            answer = answers[name][0].numpy()
            kind = heads[name].kind
            if kind == "text":
                said, gold = answer > 0, labels[name] > 0
            else:
                answer = answer[1:-1]
                if kind == "bio":
                    said, gold = spans_of(answer.argmax(axis=1)), spans_of(labels[name])
                    right[name] += len(said & gold)
                    read[name] += len(said)
                    true[name] += len(gold)
                    continue
                if kind == "one":
                    there = labels[name] >= 0
                    right[name] += int((answer.argmax(axis=1) == labels[name])[there].sum())
                    read[name] += int(there.sum())
                    true[name] += int(there.sum())
                    continue
                there = labels[name][:, 0] >= 0
                said, gold = (answer > 0)[there], (labels[name] > 0)[there]
            right[name] += int(numpy.logical_and(said, gold).sum())
            read[name] += int(said.sum())
            true[name] += int(gold.sum())
    print(f"{title}: {len(examples)} texts")
    for name in names:
        precision, recall = right[name] / max(1, read[name]), right[name] / max(1, true[name])
        print(f"  {name:20s} {heads[name].kind:5s} P {precision:.2f} R {recall:.2f} F {2 * precision * recall / max(1e-9, precision + recall):.2f}  of {true[name]}")


if __name__ == "__main__":
    main()
