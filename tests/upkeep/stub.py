"""A deployment as the doctor sees it: what it answers, whole or with one fault."""

from __future__ import annotations

import gzip
import json
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from time import time

POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"
DOCUMENT = b'<html><script src="./static/js/index.abcd1234.js"></script></html>'
LIMIT = 11 * 2**20


class _Stub(BaseHTTPRequestHandler):
    """Answers as a deployment would, but for the faults of its server."""

    protocol_version = "HTTP/1.1"
    server: Deployment

    def log_message(self, *_said: object) -> None:
        """Say nothing."""

    def do_PUT(self) -> None:
        limit = {"small": 2**20, "any": 2**40}.get(self._fault("limit"), LIMIT)
        self.close_connection = True
        if int(self.headers["Content-Length"]) > limit:
            self._say(413)

    def do_GET(self) -> None:
        path = self.path.removeprefix("/maps")
        if not self._fault("any host") and "stranger" in self.headers["Host"]:
            self._say(421)
        elif path == "/_stcore/stream":
            self._open()
        elif path == "/ready":
            self._ready()
        elif path.endswith("/metrics"):
            open_to_all = self._fault("metrics")
            self._say(200 if open_to_all else 404, b"# TYPE a gauge\n" if open_to_all else b"")
        else:
            self._say(200, DOCUMENT)

    def _fault(self, name: str) -> str:
        fault, _, how = self.server.fault.partition(": ")
        return (how or fault) if fault == name else ""

    def _open(self) -> None:
        own = self.headers["Origin"].endswith(self.headers["Host"]) or self._fault("any origin")
        heard = self.headers["Upgrade"] and not self._fault("no websockets")
        self.close_connection = True
        self._say(101 if own and heard else 403)

    def _ready(self) -> None:
        if self._fault("not ready to say"):
            self._say(502)
            return
        number = next(self.server.turn)
        cookie = self.headers.get("Cookie")
        process = number % 2 if self._fault("not sticky") or not cookie else int(cookie[-1])
        checks = dict.fromkeys(("data", "store", "disk", "workers", "more"), "ok")
        checks |= {self._fault("failing"): "failing"} if self._fault("failing") else {}
        version = f"v{process}" if self._fault("two versions") else "v1"
        told = {"checks": checks, "version": version, "process": str(process)}
        told = {} if self._fault("another app") else told
        named = {} if self._fault("no cookie") else {"Set-Cookie": f"one={process}; Secure"}
        self._say(200, json.dumps(told).encode(), named)

    def _say(self, status: int, body: bytes = b"", more: dict[str, str] | None = None) -> None:
        headers = {
            "Strict-Transport-Security": "max-age=31536000",
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            **(more or {}),
        }
        headers.pop(self._fault("without"), None)
        if changed := self._fault("with"):
            headers |= [changed.split("=", 1)]
        if "gzip" in self.headers.get("Accept-Encoding", "") and not self._fault("plain"):
            body = gzip.compress(body)
            headers["Content-Encoding"] = "gzip"
        self.send_response_only(status)
        self.send_header("Date", formatdate(time() - 600 * bool(self._fault("late")), usegmt=True))
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 101:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Deployment(ThreadingHTTPServer):
    """One stub with one fault, or "" for none."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Stub)
        self.fault = ""
        self.turn = count()


def certificate(folder: Path, *more: str) -> Path:
    """A new certificate of localhost, with its key in one file."""
    folder.mkdir(exist_ok=True)
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    made += ["-nodes", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    made += ["-keyout", "key.pem", "-out", "certificate.pem", *more]
    subprocess.run(made, cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text((folder / "key.pem").read_text() + (folder / "certificate.pem").read_text())
    return both


@contextmanager
def deployed(both: Path | None) -> Iterator[Deployment]:
    """A stub that runs until the block ends, with a certificate or without."""
    server = Deployment()
    if both:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(both)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
