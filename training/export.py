"""Writes a trained encoder as the one file that the program reads.

    python3 training/export.py STATE.pt MODEL.onnx --version NAME

The file is an ONNX graph with weights in half precision (widened when it is loaded: half the size, the same answers to
three digits). Its metadata hold the vocabulary, the heads with their labels, the window and the version. The input is
`input_ids` [1, n] with [CLS] and [SEP]; there is one output a head, [1, n, labels] or [1, labels], as logits.
"""

import argparse
import json
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from encoder import Encoder
from heads import Head
from train import OVERLAP, WINDOW, result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    kept = torch.load(given.state, map_location="cpu")
    heads = {name: Head(*head) for name, head in kept["heads"].items()}
    encoder = Encoder(len(kept["vocabulary"]), *({n: len(h.labels) for n, h in heads.items() if (h.kind == "text") == text} for text in (False, True)), dropout=0.0)
    encoder.load_state_dict(result(kept))
    encoder.eval()
    names = [*encoder.token_heads, *encoder.text_heads]
    axes = {"input_ids": {1: "pieces"}, **{name: {1: "pieces"} for name in encoder.token_heads}}

    class InOrder(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.encoder = encoder

        def forward(self, pieces):
            answers = self.encoder(pieces)
            return tuple(answers[name] for name in names)

    sample = torch.randint(1000, 20000, (1, 40))
    torch.onnx.export(InOrder(), (sample,), given.model, input_names=["input_ids"], output_names=names, dynamic_axes=axes, opset_version=14)
    model = onnx.load(given.model)
    narrowed(model.graph)
    onnx.checker.check_model(model)
    write(model, given.model, {name: heads[name] for name in names}, kept["vocabulary"], given.version)


def write(model, path, heads, vocabulary, version):
    """The file with what the program must know of it."""
    meta = {"version": version, "vocab": "\n".join(vocabulary), "window": str(WINDOW), "overlap": str(OVERLAP),
            "heads": json.dumps({name: list(head.labels) for name, head in heads.items()}),
            "kinds": json.dumps({name: head.kind for name, head in heads.items()})}
    for key, value in meta.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(model, path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, {len(heads)} heads")


def narrowed(graph):
    """Stores large weights in half precision, with a cast that the runtime does once when it loads the file."""
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and numpy.prod(tensor.dims) > 10_000:
            name = tensor.name
            half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(numpy.float16), name + "_half")
            tensor.CopyFrom(half)
            casts.append(helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


if __name__ == "__main__":
    main()
