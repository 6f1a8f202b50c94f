"""Has a web server listen where a setting says."""

import socket

from tornado.httpserver import HTTPServer

from bot.settings_names import SettingsError


def listen_on(server: HTTPServer, listen: str, setting: str) -> None:
    """Listen on a host and port, written ``host:port``.

    Raises:
        SettingsError: that cannot be; it names the ``setting``.
    """
    host, _, port = listen.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host.strip("[]"), int(port)), family=family)
    except OSError as error:
        raise SettingsError(
            f"{setting}={listen}: cannot listen there ({error.strerror}); choose another address "
            "or port"
        ) from error
    listening.setblocking(False)
    server.add_socket(listening)
