"""Writes the reader with 8-bit weights: smaller, and more than twice as fast where the processor multiplies bytes.

    python3 training/quantize.py MODEL.onnx FAST.onnx --texts ../shared/bench/muc4/dev/train.jsonl [--keep narrow]

The graph is written anew, with the fused operators of ONNX Runtime. Every weight matrix has one scale a column; what goes in is
quantised when it comes, one scale a matrix. So that single columns far larger than the others do not take all the bytes, each
column of the input is first divided by a number that its weights are multiplied with (Xiao et al. 2023, SmoothQuant); the
numbers are taken from a few windows of the texts. Embeddings have one scale a row. Heads stay as they are.
"""

import argparse
import json
import math
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from pieces import WordPieces

LAYERS, WIDTH, HEADS, EPSILON = 6, 384, 12, 1e-12
PARTS = ["query", "key", "value", "attended", "wide", "narrow"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("fast", type=Path)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--windows", type=int, default=8)
    parser.add_argument("--share", type=float, default=0.5, help="how much of a column's size goes over to the weights, 0 to 1")
    parser.add_argument("--keep", nargs="*", default=[], choices=["mixed", *PARTS[3:]], help="kinds of matrices that stay as they are")
    given = parser.parse_args()
    model = onnx.load(given.model)
    meta = {entry.key: entry.value for entry in model.metadata_props}
    weights = weights_of(model.graph)
    cutter = WordPieces(meta["vocab"].split("\n"))
    texts = [json.loads(line)["text"] for line in given.texts.open(encoding="utf-8").readlines()[:: 1300 // given.windows]]
    sizes = {}
    for text in texts:
        forward(weights, [cutter.start, *cutter.cut(text)[0][:254], cutter.end], sizes)
    graph = Graph(weights, json.loads(meta["heads"]), sizes, given.share, given.keep)
    fast = helper.make_model(graph.whole(), opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=8)
    for key, value in meta.items():
        entry = fast.metadata_props.add()
        entry.key, entry.value = key, value + "-fast" if key == "version" else value
    onnx.save(fast, given.fast)
    print(f"{given.fast}: {given.fast.stat().st_size / 1e6:.1f} MB")


def weights_of(graph):
    """The weights by name; those of matrix products, which the export leaves without names, by the bias beside them."""
    tensors = {t.name: numpy_helper.to_array(t).astype(numpy.float32) for t in graph.initializer}
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in tensors:
            tensors[node.output[0]] = tensors[node.input[0]]
    found = {name.removeprefix("encoder."): value for name, value in tensors.items()}
    products = {n.output[0]: n for n in graph.node if n.op_type == "MatMul" and n.input[1] in tensors}
    for node in graph.node:
        for at in (0, 1):
            if node.op_type == "Add" and node.input[at] in products and node.input[1 - at].endswith(".bias"):
                found[node.input[1 - at].removeprefix("encoder.").removesuffix("bias") + "weight"] = tensors[products[node.input[at]].input[1]]
        if node.op_type == "Gemm":
            weight = tensors[node.input[1]]
            turned = any(a.name == "transB" and a.i for a in node.attribute)
            found[node.input[2].removeprefix("encoder.").removesuffix("bias") + "weight"] = weight.T if turned else weight
    return found


def norm(x, gain, shift):
    x = x - x.mean(axis=-1, keepdims=True)
    return x / numpy.sqrt((x * x).mean(axis=-1, keepdims=True) + EPSILON) * gain + shift


def forward(w, ids, sizes):
    """The encoder in plain steps, to see how large each column of what goes into the matrices gets."""

    def product(x, name, *parts):
        sizes[name] = numpy.maximum(sizes.get(name, 0), numpy.abs(x).max(axis=0))
        return [x @ w[f"{part}.weight"] + w[f"{part}.bias"] for part in parts]

    x = norm(w["words.weight"][ids] + w["positions.weight"][: len(ids)], w["norm.weight"], w["norm.bias"])
    for number in range(LAYERS):
        layer = f"layers.{number}."
        q, k, v = (part.reshape(len(ids), HEADS, -1).transpose(1, 0, 2) for part in product(x, layer + "mixed", *(layer + p for p in PARTS[:3])))
        scores = q @ k.transpose(0, 2, 1) / math.sqrt(WIDTH // HEADS)
        scores = numpy.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (scores / scores.sum(axis=-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(len(ids), WIDTH)
        x = norm(x + product(mixed, layer + "attended", layer + "attended")[0], w[layer + "attended_norm.weight"], w[layer + "attended_norm.bias"])
        inner = product(x, layer + "wide", layer + "wide")[0]
        inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
        x = norm(x + product(inner, layer + "narrow", layer + "narrow")[0], w[layer + "narrow_norm.weight"], w[layer + "narrow_norm.bias"])


def erf(x):
    """To seven digits (Abramowitz and Stegun 7.1.26)."""
    t = 1 / (1 + 0.3275911 * numpy.abs(x))
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return numpy.sign(x) * (1 - series * numpy.exp(-x * x))


class Graph:
    def __init__(self, weights, heads, sizes, share, keep):
        self.weights, self.heads, self.sizes, self.share, self.keep = weights, heads, sizes, share, keep
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
        if name.split(".")[-1] in self.keep:
            half = self.put(name + ".weight", weight.astype(numpy.float16))
            wide = self.node("Cast", [half], name + ".weight32", to=TensorProto.FLOAT)
            return self.node("Add", [self.node("MatMul", [x, wide], name + ".product"), bias], name)
        most = numpy.maximum(self.sizes[name], 1e-4)
        smooth = most**self.share / numpy.maximum(numpy.abs(weight).max(axis=1), 1e-4) ** (1 - self.share)
        smooth = (smooth / numpy.exp(numpy.log(smooth).mean())).astype(numpy.float32)
        weight = weight * smooth[:, None]
        scale = (numpy.abs(weight).max(axis=0) / 127).astype(numpy.float32)
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
