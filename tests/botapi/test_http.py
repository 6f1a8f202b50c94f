"""The HTTP edge and the judge behind it."""

from __future__ import annotations

import json

import pytest

from tests.bot_api_calls import CALLS
from tests.botapi.conftest import Stage


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot43:OTHER/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot42:TEST-token/getNothing", 404, "Not Found"),
        ("/nowhere", 404, "Not Found"),
    ],
)
async def test_wrong_addresses(stage: Stage, path: str, status: int, description: str) -> None:
    response = await stage.client.http.get(stage.root + path)
    assert response.status_code == status
    assert response.json() == {"ok": False, "error_code": status, "description": description}


async def test_all_encodings_mean_the_same(stage: Stage) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "1"}]]}
    form = {"chat_id": str(stage.reader.id), "text": "1", "reply_markup": json.dumps(markup)}
    url = f"{stage.root}/bot{stage.server.token}/SENDmessage"
    http = stage.client.http
    for response in (
        await http.post(url, data={**form, "protect_content": "true"}),
        await http.post(url, files={name: (None, value) for name, value in form.items()}),
        await http.get(url, params=form),
        await http.post(
            url, json={"chat_id": stage.reader.id, "text": "1", "reply_markup": markup}
        ),
    ):
        assert response.json()["ok"], response.text
    messages = stage.server.messages(stage.reader.id)
    assert {(m.text, m.buttons[0].callback_data) for m in messages} == {("1", "1")}
    assert len(messages) == 4
    assert stage.server.violations == ()


async def test_broken_bodies(stage: Stage) -> None:
    url = f"{stage.root}/bot{stage.server.token}/sendMessage"
    http = stage.client.http
    json_type = {"Content-Type": "application/json"}
    for body in ("{", "[]"):
        response = await http.post(url, content=body, headers=json_type)
        assert response.json()["description"] == "Bad Request: can't parse JSON object"
    form = {"chat_id": "1001", "text": "x", "reply_markup": "{"}
    response = await http.post(url, data=form)
    assert response.json()["description"] == "Bad Request: can't parse reply markup JSON object"
    response = await http.post(url, files={"text": ("a.txt", b"x")})
    assert response.json()["description"] == "Bad Request: uploads are unknown to this server"
    response = await http.post(url, content=b"text=%ff&chat_id=1001", headers={
        "Content-Type": "application/x-www-form-urlencoded"})  # fmt: skip
    assert response.json()["description"] == "Bad Request: strings must be encoded in UTF-8"
    response = await http.post(url, content=b'{"chat_id":1001,"text":"\\ud800"}', headers=json_type)
    assert response.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"colour": "red"}, "colour: unknown parameter"),
        ({"reply_to_message_id": 1}, "reply_to_message_id: deprecated parameter"),
        ({"link_preview_options": {"off": True}}, "link_preview_options.off: unknown parameter"),
        ({"disable_notification": "loudly"}, "disable_notification: Input should be"),
    ],
)
async def test_what_the_judge_does_not_accept_is_a_violation(
    stage: Stage, params: dict[str, object], problem: str
) -> None:
    reason = await stage.send_refused("x", **params)
    assert problem in reason
    (violation,) = stage.server.violations
    assert violation.startswith("sendMessage: ")
    assert problem in violation
    assert [violation] == CALLS.violations


async def test_requests_are_kept_in_order_under_telegrams_names(stage: Stage) -> None:
    await stage.client.result("GETME")
    await stage.sent("a")
    assert [request.method for request in stage.server.requests] == ["getMe", "sendMessage"]
    (request,) = stage.server.calls("sendMessage")
    assert request.params == {"chat_id": stage.reader.id, "text": "a"}
