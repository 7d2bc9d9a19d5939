"""Write the trained network as ONNX files with 8-bit weights, and the lists that go with them.

``python -m training.export --model FOLDER --encoder FOLDER --out FOLDER``
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.export import Dim

from training import checkpoints
from training.coding import READ, SHARED, Coding
from training.model import RELATION_WIDTH, WIDTH, Reader, Relations

INPUTS = ["ids", "first", "last", "shape", "gap"]
OUTPUTS = ["upos", "xpos", "names", "starts", "arcs", "below", "above", "lower", "words"]
CODING_INPUTS = ["lower", "order", "first", "last", "words"]
CODING_OUTPUTS = ["events", "certainty", "facts", "fillers", "links_below", "links_to"]
OPSET = 18


class Shared(nn.Module):
    """The reader, and what the coding heads need of it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, first: Tensor, last: Tensor, shape: Tensor, gap: Tensor) -> tuple[Tensor, ...]:
        """Return the reader's scores, the pieces of the shared layers, the words."""
        lower = self.reader.encoder.lower(ids, SHARED)
        words = self.reader.joined(self.reader.encoder.upper(lower, ids, SHARED), first, last, shape, gap)
        return *self.reader.told(words), lower, words


def main() -> None:
    """Export, quantise, copy."""
    options = _options()
    labels, network = checkpoints.reader(options.model)
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reader.onnx"
        _export_reader(Shared(network), plain)
        _export_relations(network.relations, options.out / "relations.onnx")
        if options.float:
            (options.out / "reader.onnx").write_bytes(plain.read_bytes())
        else:
            quantise(plain, options.out / "reader.onnx")
    (options.out / "labels.json").write_text(json.dumps(vars(labels), separators=(",", ":")) + "\n", encoding="utf-8")
    if (options.model / "coding.pt").is_file():
        _coding(options.model, options.out)
    (options.out / "vocabulary.txt").write_bytes((options.encoder / "vocab.txt").read_bytes())


def _coding(model: Path, out: Path) -> None:
    """Export the coding heads, and the weights of pairs of words, which are asked for few pairs only."""
    heads = json.loads((model / "coding.json").read_text(encoding="utf-8"))
    coding = Coding(len(heads["types"]), len(heads["modalities"])).eval()
    coding.load_state_dict(torch.load(model / "coding.pt"))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "coding.onnx"
        _export_coding(coding, plain)
        quantise(plain, out / "coding.onnx")
    (out / "coding.json").write_text(json.dumps(heads, separators=(",", ":")) + "\n", encoding="utf-8")
    for name in ("weight", "near", "nobody"):
        np.save(out / f"links-{name}.npy", getattr(coding.links, name).detach().numpy())


def quantise(plain: Path, path: Path) -> None:
    """Store matrices and embeddings in 8 bits, one scale a column; activations are scaled window by window."""
    model = onnx.load(plain)
    # the exporter's notes on inner shapes disagree with what the quantiser infers anew
    del model.graph.value_info[:]
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")
    quantize_dynamic(model, path, weight_type=QuantType.QInt8, per_channel=True)


def _export_reader(network: Shared, path: Path) -> None:
    pieces, words = Dim("pieces", min=3, max=512), Dim("words", min=1, max=512)
    ids = torch.tensor([[101, 2000, 2001, 2002, 102]])
    # five tensors: the exporter takes one tensor given twice for one input
    given = (ids, *(torch.tensor([[1, 2, 3]]) for _ in range(3)), torch.tensor([[0, 1, 2]]))
    shapes = ({1: pieces}, {1: words}, {1: words}, {1: words}, {1: words})
    program = torch.onnx.export(
        network, given, None, dynamo=True, input_names=INPUTS, output_names=OUTPUTS,
        dynamic_shapes=shapes, opset_version=OPSET,
    )  # fmt: skip
    program.save(path, external_data=False)


def _export_coding(coding: Coding, path: Path) -> None:
    pieces, words = Dim("pieces", min=3, max=512), Dim("words", min=1, max=512)
    given = (
        torch.zeros(1, 5, WIDTH), torch.tensor([[0, 0, 0, 1, 1]]), torch.tensor([[1, 2, 3]]), torch.tensor([[1, 2, 3]]),
        torch.zeros(1, 3, READ),
    )  # fmt: skip
    program = torch.onnx.export(
        coding, given, None, dynamo=True, input_names=CODING_INPUTS, output_names=CODING_OUTPUTS,
        dynamic_shapes=({1: pieces}, {1: pieces}, {1: words}, {1: words}, {1: words}), opset_version=OPSET,
    )  # fmt: skip
    program.save(path, external_data=False)


def _export_relations(relations: Relations, path: Path) -> None:
    words, heads = Dim("words", min=1, max=512), Dim("heads", min=2, max=513)
    given = (torch.zeros(1, 3, RELATION_WIDTH), torch.zeros(1, 4, RELATION_WIDTH), torch.tensor([[0, 1, 2]]))
    program = torch.onnx.export(
        relations, given, None, dynamo=True, input_names=["below", "above", "head"], output_names=["relation"],
        dynamic_shapes=({1: words}, {1: heads}, {1: words}), opset_version=OPSET,
    )  # fmt: skip
    program.save(path, external_data=False)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="what training wrote")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--out", type=Path, required=True, help="where the package keeps its weights")
    parser.add_argument("--float", action="store_true", help="do not quantise, to compare")
    return parser.parse_args()


if __name__ == "__main__":
    main()
