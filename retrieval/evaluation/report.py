"""Writes an evaluation as one page that needs nothing but itself."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from index.atomic_file import write_whole
from index.errors import InputError
from retrieval.evaluation import figure_texts
from retrieval.evaluation.figures import ANSWERS, SHOWN, Evaluation
from retrieval.evaluation.pictures import hits_picture, refusal_picture
from retrieval.evaluation.report_view import Made, failure_groups, slowest

_FILE = "index.html"
_TEMPLATE = "report.html.j2"


def write_report(folder: Path, evaluation: Evaluation, made: Made) -> Path:
    """Write the page into ``folder``, which is made where it is missing; its path.

    Raises:
        InputError: it cannot be written there.
    """
    page = render_report(evaluation, made)
    path = folder / _FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, lambda fresh: _write(fresh, page))
    except OSError as error:
        raise InputError(
            f"{folder}: the report cannot be written ({error.strerror}); name another folder"
        ) from error
    return path


def render_report(evaluation: Evaluation, made: Made) -> str:
    """The page as HTML; every text from a question or an article is escaped."""
    environment = Environment(
        loader=PackageLoader("retrieval.evaluation", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(_TEMPLATE).render(
        evaluation=evaluation,
        made=made,
        text=figure_texts,
        shown=SHOWN,
        headline={
            **{name: evaluation.ranking[name] for name in SHOWN},
            **{name: evaluation.answers[name] for name in ANSWERS},
        },
        # Drawn by us from numbers and names of stages alone, so it goes in as it is.
        hits=Markup(hits_picture(evaluation)) if evaluation.stages else None,
        refusal=Markup(refusal_picture(evaluation)) if _both_kinds(evaluation) else None,
        slowest=slowest(evaluation),
        failures=failure_groups(evaluation),
    )


def _both_kinds(evaluation: Evaluation) -> bool:
    return bool(evaluation.answerable and evaluation.unanswerable)


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8")
