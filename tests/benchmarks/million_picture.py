"""Draws what searching costs as a corpus grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What searching in ``size`` passages comes to; ``p95_ms`` by the name of the search."""

    size: int
    p95_ms: dict[str, float]
    memory_mb: float


def draw(costs: Sequence[Cost], folder: Path) -> Path:
    """Draw the times and the memory against the size; the file, which is in ``folder``."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    sizes = [cost.size for cost in costs]
    for name in costs[0].p95_ms:
        style = "--" if name.endswith("month") else "-"
        left.plot(sizes, [cost.p95_ms[name] for cost in costs], style, marker="o", label=name)
    left.axhline(10, color="grey", linewidth=0.8)
    left.set(xscale="log", yscale="log", xlabel="passages", ylabel="95 % of searches within, ms")
    left.legend(fontsize="small")
    right.plot(sizes, [cost.memory_mb for cost in costs], marker="o")
    right.set(xscale="log", yscale="log", xlabel="passages", ylabel="memory of a reader, MB")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "million.svg"
    figure.savefig(file, metadata={"Date": None})
    return file
