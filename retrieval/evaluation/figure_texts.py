"""Figures as they are written in tables."""

from retrieval.evaluation.figures import Figure

NOT_APPLYING = "–"

_NAMES = {
    "hits@1": "Hits@1",
    "hits@4": "Hits@4",
    "hits@10": "Hits@10",
    "mrr@10": "MRR@10",
    "article_hits@10": "Article hits@10",
    "answer_hit": "Answer hit",
    "answered": "Answered",
    "false_answers": "False answers",
    "false_answers_at_90": "False answers at 90\N{NO-BREAK SPACE}% answered",
    "auroc": "AUROC of the confidence",
}


def name_text(name: str) -> str:
    """A figure's name for people."""
    return _NAMES[name]


def share_text(figure: Figure | None) -> str:
    """A figure between 0 and 1, as ".602"; a dash where it does not apply."""
    return NOT_APPLYING if figure is None else _digits(figure.value)


def interval_text(figure: Figure | None) -> str:
    """Its interval, as ".50 – .71"."""
    if figure is None:
        return ""
    low, high = figure.interval
    return f"{_digits(low, 2)} – {_digits(high, 2)}"


def gain_text(figure: Figure | None) -> str:
    """A gain with its interval, as "+.024 (−.01, +.06)"; empty for the first stage."""
    if figure is None:
        return ""
    low, high = (signed_text(bound, 2) for bound in figure.interval)
    return f"{signed_text(figure.value)} ({low}, {high})"


def ms_text(ms: float) -> str:
    """Milliseconds, with a decimal where they are few."""
    return f"{ms:,.0f}" if ms >= 10 else f"{ms:.1f}"


def signed_text(value: float, places: int = 3) -> str:
    """A difference with its sign, as "−.024"."""
    rounded = round(value, places)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else "±"
    return sign + _digits(abs(rounded), places)


def _digits(value: float, places: int = 3) -> str:
    text = f"{value:.{places}f}"
    return text.removeprefix("0") if text.startswith("0.") else text
