"""Writes a reader that fast.py has trained as the one file that the program reads, with 8-bit weights.

    python3 training/quantize.py STATE.pt MODEL.onnx --version NAME

The graph is written by hand, with the fused operators of ONNX Runtime. Every weight matrix has one scale a column; what goes in is
quantised when it comes, one scale a matrix. So that single columns far larger than the others do not take all the bytes, each
column of the input is first divided by a number that its weights are multiplied with (Xiao et al. 2023, SmoothQuant), as in
training. Embeddings have one scale a row. Heads stay as they are. Metadata and outputs are those of export.py.
"""

import argparse
import json
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from encoder import EPSILON, HEADS, LAYERS, PARTS
from export import write
from heads import Head
from train import result

# Processors without instructions for it add two products in 16 bits: 2 * 255 * 63 still fits, so that all of them answer alike.
LARGEST = 63


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    kept = torch.load(given.state, map_location="cpu")
    weights = {name: value.numpy() for name, value in result(kept).items()}
    # torch keeps matrices of layers as outputs by inputs
    weights = {name: value.T if value.ndim == 2 and name.startswith(("layers", "token_heads", "text_heads")) else value for name, value in weights.items()}
    heads = {name: Head(*head) for name, head in kept["heads"].items()}
    model = helper.make_model(Graph(weights, {name: head.labels for name, head in heads.items()}, kept["smooth"]).whole(),
                              opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=8)
    write(model, given.model, heads, kept["vocabulary"], given.version)


class Graph:
    def __init__(self, weights, heads, smooth):
        self.weights, self.heads, self.smooth = weights, heads, smooth
        self.nodes, self.tensors = [], []

    def put(self, name, values):
        self.tensors.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def node(self, kind, inputs, output, domain=None, **attributes):
        outputs = output if isinstance(output, list) else [output]
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], domain=domain, **attributes))
        return outputs[0]

    def product(self, x, name, *parts):
        weight = numpy.concatenate([self.weights[f"{part}.weight"] for part in parts], axis=1)
        bias = self.put(name + ".bias", numpy.concatenate([self.weights[f"{part}.bias"] for part in parts]))
        smooth = self.smooth[name]
        weight = weight * smooth[:, None]
        scale = (numpy.abs(weight).max(axis=0) / LARGEST).astype(numpy.float32)
        smoothed = self.node("Mul", [x, self.put(name + ".smooth", 1 / smooth)], name + ".smoothed")
        table = self.put(name + ".weight", numpy.round(weight / scale).astype(numpy.int8))
        return self.node("DynamicQuantizeMatMul", [smoothed, table, self.put(name + ".scale", scale), "", bias], name, "com.microsoft")

    def skip_norm(self, x, before, name):
        gain, shift = self.put(name + ".weight", self.weights[name + ".weight"]), self.put(name + ".shift", self.weights[name + ".bias"])
        return self.node("SkipLayerNormalization", [x, before, gain, shift], name, "com.microsoft", epsilon=EPSILON)

    def whole(self):
        words = self.weights["words.weight"]
        scale = (numpy.abs(words).max(axis=1, keepdims=True) / 127 + 1e-12).astype(numpy.float32)
        rows = self.node("Gather", [self.put("words", numpy.round(words / scale).astype(numpy.int8)), "input_ids"], "words.rows")
        rows = self.node("Cast", [rows], "words.float", to=TensorProto.FLOAT)
        x = self.node("Mul", [rows, self.node("Gather", [self.put("words.scale", scale), "input_ids"], "words.scales")], "words.whole")
        length = self.node("Gather", [self.node("Shape", ["input_ids"], "shape"), self.put("one", numpy.array([1]))], "length")
        where = self.node("Slice", [self.put("positions", self.weights["positions.weight"]), self.put("zero", numpy.array([0])), length, "zero"], "where")
        x = self.node("Add", [x, where], "placed")
        x = self.node("LayerNormalization", [x, self.put("norm.weight", self.weights["norm.weight"]), self.put("norm.bias", self.weights["norm.bias"])],
                      "start", epsilon=EPSILON)
        for number in range(LAYERS):
            layer = f"layers.{number}."
            self.product(x, layer + "mixed", *(layer + part for part in PARTS[:3]))
            parts = [layer + part for part in PARTS[:3]]
            self.node("Split", [layer + "mixed"], parts, axis=2)
            mixed = self.node("MultiHeadAttention", parts, layer + "attention", "com.microsoft", num_heads=HEADS)
            x = self.skip_norm(self.product(mixed, layer + "attended", layer + "attended"), x, layer + "attended_norm")
            inner = self.product(x, layer + "wide", layer + "wide")
            inner = self.node("Gelu", [inner], layer + "gelu", "com.microsoft")
            x = self.skip_norm(self.product(inner, layer + "narrow", layer + "narrow"), x, layer + "narrow_norm")
        self.read_off(x, "token_heads", [name for name in self.heads if not name.startswith("doc_")])
        mean = self.node("ReduceMean", [x], "mean", axes=[1], keepdims=0)
        most = self.node("ReduceMax", [x], "most", axes=[1], keepdims=0)
        self.read_off(self.node("Concat", [mean, most], "text", axis=1), "text_heads", [name for name in self.heads if name.startswith("doc_")])
        outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, len(labels)] if name.startswith("doc_") else [1, "pieces", len(labels)])
                   for name, labels in self.heads.items()]
        ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "pieces"])
        return helper.make_graph(self.nodes, "reader", [ids], outputs, self.tensors)

    def read_off(self, x, kind, names):
        """All heads in one product, cut apart afterwards."""
        weight = numpy.concatenate([self.weights[f"{kind}.{name}.weight"] for name in names], axis=1)
        bias = numpy.concatenate([self.weights[f"{kind}.{name}.bias"] for name in names])
        all_heads = self.node("Add", [self.node("MatMul", [x, self.put(kind, weight)], kind + ".product"), self.put(kind + ".bias", bias)], kind + ".all")
        if len(names) == 1:
            self.node("Identity", [all_heads], names)
        else:
            sizes = self.put(kind + ".sizes", numpy.array([len(self.heads[name]) for name in names]))
            self.node("Split", [all_heads, sizes], names, axis=-1)


if __name__ == "__main__":
    main()
