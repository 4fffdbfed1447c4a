"""Outside: what somebody on the network finds wrong with a deployment, each in one sentence.

Every function here asks a deployment one thing and gives a sentence for each fault, with what
puts it right.
"""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from footprint.upkeep.asking import Answer, Site

SOON_DAYS = 14
LEAST_HSTS = 180 * 86_400
"""Seconds for which browsers are to remember that there is TLS."""
MOST_SECONDS_APART = 60
LARGEST_UPLOAD = 10 * 2**20
_FAR_TOO_LARGE = 40 * 2**20
_SOON_REFUSED = 2.0
_STRANGER = "stranger.invalid"
_SCRIPT = re.compile(rb'src="\.?/?(static/js/[^"]+\.js)"')
_HOST_IN_POLICY = re.compile(r"https?:|\*(?![\w.-])|\*\.")
_TIMES = 12
_AMISS = {
    "data": "a published file is not as it was described: install the app anew",
    "store": "saved options cannot be read or kept: look at the database, and at the app’s log",
    "disk": "a disk is almost full: make room",
    "workers": "no process can be started to make files: look at the limits on memory and tasks",
}


def encryption(site: Site) -> Iterator[str]:
    """TLS, with a certificate that browsers trust and that does not end soon."""
    if not site.encrypted:
        if not site.local:
            yield (
                "Pages travel without TLS and can be read on the way: put nginx with a "
                "certificate before the app, as deploy/nginx.conf does."
            )
        return
    try:
        line = site.connected()
    except ssl.SSLError as problem:
        why = getattr(problem, "verify_message", "") or problem.reason or "it is not known why"
        yield (
            f"Browsers do not trust the certificate ({why}): get one for {site.host} from an "
            "authority that they know, and give nginx the whole chain."
        )
        return
    except OSError:
        return
    ends = ssl.cert_time_to_seconds(line.sock.getpeercert()["notAfter"])
    line.close()
    days = (ends - time.time()) / 86_400
    if days < SOON_DAYS:
        yield f"The certificate ends in {days:.0f} days: renew it and reload nginx."


def remembered(site: Site) -> Iterator[str]:
    """That browsers are told to come by TLS alone."""
    said = site.ask("/").headers.get("strict-transport-security", "")
    age = re.search(r"max-age=\"?(\d+)", said)
    if site.encrypted and (not age or int(age[1]) < LEAST_HSTS):
        yield (
            "Browsers are not told to come by TLS alone for half a year: send "
            "Strict-Transport-Security with max-age=31536000."
        )


def headers(site: Site) -> Iterator[str]:
    """What browsers are told a page may do, as the app says it."""
    told = site.ask("/", {"Accept": "text/html"}).headers
    policy = told.get("content-security-policy", "")
    if "frame-ancestors 'none'" not in policy or "default-src 'self'" not in policy:
        yield (
            "Any site may frame the pages or feed them scripts, for Content-Security-Policy does "
            "not arrive as the app sends it: let the proxy leave that header alone."
        )
    elif _HOST_IN_POLICY.search(policy):
        yield (
            "Content-Security-Policy lets pages fetch from other sites: take the other sites out "
            "of it at the proxy."
        )
    if told.get("x-content-type-options") != "nosniff":
        yield (
            "Browsers may guess what a file is, for X-Content-Type-Options does not arrive: let "
            "the proxy leave that header alone."
        )
    if told.get("referrer-policy") not in ("same-origin", "no-referrer"):
        yield (
            "Other sites may be told the addresses of pages, which hold drawings, for "
            "Referrer-Policy does not arrive: let the proxy leave that header alone."
        )


def compression(site: Site) -> Iterator[str]:
    """That scripts travel compressed."""
    script = _SCRIPT.search(site.ask("/", {"Accept": "text/html"}).body)
    path = f"/{script[1].decode()}" if script else "/"
    asked = {"Accept-Encoding": "gzip", "Accept": "text/html"}
    if not site.ask(path, asked).headers.get("content-encoding"):
        yield (
            "Scripts travel uncompressed, three megabytes at a first visit: let the proxy pass "
            "Accept-Encoding on, and start the app by app.py or icb-footprints run."
        )


def sessions(site: Site) -> Iterator[str]:
    """That a page can open its websocket, and a page of another site cannot."""
    if site.opens(site.origin).status != 101:
        yield (
            "Websockets do not pass, so that pages stay empty: let the proxy pass on Upgrade, "
            "Connection and Host, as deploy/nginx.conf does."
        )
    if site.opens(f"https://{_STRANGER}").status == 101:
        yield (
            "A page of another site can open a session in a visitor’s name: let the proxy pass on "
            "Origin and Host as they come, and let the app be this one, unchanged."
        )


def names(site: Site) -> Iterator[str]:
    """That nobody is served under a name that is not the deployment’s."""
    if site.ask("/", {"Host": _STRANGER}).status in range(200, 300):
        yield (
            "The app answers to any name, so that another site can pass for it: let the proxy "
            "pass on Host as it comes, and take “*” out of server.allowedHosts."
        )


def uploads(site: Site) -> Iterator[str]:
    """That files of the largest size are let through, and far larger ones stopped at the door."""
    path = "/_stcore/upload_file/doctor/doctor"
    own = {"Origin": site.origin}
    if site.ask(path, own, announcing=LARGEST_UPLOAD, longest=_SOON_REFUSED).status == 413:
        yield (
            "The proxy refuses files of 10 MB, which the app takes: "
            "set client_max_body_size to 11m."
        )
    elif site.ask(path, own, announcing=_FAR_TOO_LARGE, longest=_SOON_REFUSED).status != 413:
        yield (
            "Files of any size are taken in before they are refused: set client_max_body_size to "
            "11m at the proxy."
        )


def numbers(site: Site) -> Iterator[str]:
    """That how the app fares is told to nobody outside."""
    for path in ("/metrics", "/_stcore/metrics"):
        answer = site.ask(path)
        # Anything unknown is answered with the app's one document.
        if site.encrypted and answer.status == 200 and b"# TYPE" in answer.body:
            yield f"Anybody can read {path}: let the proxy answer it with 404."


def clock(site: Site) -> Iterator[str]:
    """That the clock there says what the clock here says."""
    said = site.ask("/_stcore/health").headers.get("date", "")
    try:
        apart = abs((parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return
    if apart > MOST_SECONDS_APART:
        yield (
            f"The clock there and the clock here are {apart / 60:,.0f} minutes apart: let both "
            "machines set theirs by the network (timedatectl set-ntp true)."
        )


def readiness(site: Site) -> Iterator[str]:
    """What the app itself says is wrong."""
    answer = site.ask("/ready")
    told = _ready(answer)
    if not told:
        yield (
            f"/ready says nothing (status {answer.status}): let the proxy pass it on, and look "
            "whether the processes run (systemctl status 'icb-footprints@*')."
        )
    for name, state in told.get("checks", {}).items():
        if state != "ok":
            said = _AMISS.get(name, f"its check “{name}” fails: look at the app’s log")
            yield f"The app is not ready, because {said}."


def processes(site: Site) -> Iterator[str]:
    """That all processes are of one version, and each person keeps to one of them."""
    answers = [site.ask("/ready") for _ in range(_TIMES)]
    told = [one for one in map(_ready, answers) if one]
    versions = {one.get("version", "") for one in told}
    if len(versions) > 1:
        yield (
            f"The processes are of {len(versions)} versions: restart those of the older, one after "
            "the other, as deploy/README.md says."
        )
    if len({one.get("process") for one in told}) > 1 and not _sticks(site, answers):
        yield (
            "A person’s requests go to any process, so that files to take away and uploads fail: "
            "keep each person to one process by a cookie, as deploy/nginx.conf does."
        )


def _sticks(site: Site, answers: list[Answer]) -> bool:
    """Whether whoever comes back with their cookie comes to the same process."""
    given = [one.headers["set-cookie"] for one in answers if "set-cookie" in one.headers]
    if not given:
        return False
    cookie = {"Cookie": given[0].partition(";")[0]}
    return len({_ready(site.ask("/ready", cookie)).get("process") for _ in range(_TIMES)}) == 1


def _ready(answer: Answer) -> dict:
    try:
        told = json.loads(answer.body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) and "checks" in told else {}


CHECKS: tuple[Callable[[Site], Iterator[str]], ...] = (
    encryption,
    remembered,
    headers,
    compression,
    sessions,
    names,
    uploads,
    numbers,
    clock,
    readiness,
    processes,
)
