"""Parameters off the wire: JSON values as they are, form values turned into what is meant."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import get_args

from pydantic import BaseModel

from tests.botapi.refusals import bad_request


def decoded(model: type[BaseModel], raw: Mapping[str, object]) -> dict[str, object]:
    """`raw` with strings read as the parameter's type wants: a form sends objects as JSON text.

    A name the model does not have is kept, for the judge to find.
    """
    params: dict[str, object] = {}
    for name, value in raw.items():
        field = model.model_fields.get(name)
        if not isinstance(value, str) or field is None:
            params[name] = value
            continue
        kinds = _kinds(field.annotation)
        if str in kinds:
            is_number = int in kinds and re.fullmatch(r"-?\d+", value)
            params[name] = int(value) if is_number else value
        elif value:  # an empty number or object is one that was not sent
            params[name] = value if kinds & {int, bool, float} else _parsed(name, value)
    _check_utf8(params)
    return params


def _check_utf8(params: Mapping[str, object]) -> None:
    """JSON can spell half a surrogate pair, which is no character."""
    try:
        json.dumps(params, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _kinds(annotation: object) -> frozenset[object]:
    """The plain types in a union."""
    return frozenset(get_args(annotation) or (annotation,))


def _parsed(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error
