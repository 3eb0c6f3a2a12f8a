"""The gate: who comes in has the token; pages of other hosts are kept out, and this one asks nothing of them."""

from __future__ import annotations

import hmac
import secrets
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

REFUSED = "Not allowed: open the address that workbench serve printed, with its token.\n"
ELSEWHERE = "Not allowed: this address is not that of workbench serve.\n"


class Gate:
    """Lets a browser in by a token in the address, and knows it by a cookie from then on.

    `token` is good as long as the server runs; `ticket` makes one that is good once.
    """

    def __init__(self, host: str, port: int) -> None:
        """Take the name of the host that the server listens on, and its port."""
        self.token = secrets.token_urlsafe(32)
        self._host = host.lower()
        self._cookie = f"workbench-{port}"  # browsers tell hosts apart in their cookies, not ports
        self._tickets: set[str] = set()

    def ticket(self) -> str:
        """Return a token that is good once: a browser's command line is seen by others on the machine."""
        ticket = secrets.token_urlsafe(32)
        self._tickets.add(ticket)
        return ticket

    @web.middleware
    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Hand a request on, or answer 403 with one line."""
        if not self._is_here(request):
            raise web.HTTPForbidden(text=ELSEWHERE)
        if request.path == "/" and "token" in request.query:
            return self._let_in(request.query["token"])
        if not _same(request.cookies.get(self._cookie, ""), self.token):
            raise web.HTTPForbidden(text=REFUSED)
        return await handler(request)

    def _let_in(self, token: str) -> web.StreamResponse:
        used = [ticket for ticket in self._tickets if _same(token, ticket)]
        if not used and not _same(token, self.token):
            raise web.HTTPForbidden(text=REFUSED)
        self._tickets.difference_update(used)
        # The token leaves the address bar, and so the history of the browser.
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(self._cookie, self.token, httponly=True, samesite="Strict")
        return response

    def _is_here(self, request: web.Request) -> bool:
        """Whether a request was meant for this server.

        A name that somebody else's name server leads here is refused, and so is a page of another host: its browser
        tells by `Origin` where it is from, always for a websocket.
        """
        try:
            name = urlsplit(f"//{request.host}").hostname or ""
        except ValueError:
            return False
        if name not in ("localhost", self._host) and not _is_address(name):
            return False
        origin = request.headers.get("Origin")
        if origin is None:
            return request.headers.get("Upgrade", "").lower() != "websocket"
        return origin.lower() == f"http://{request.host}".lower()


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Tell the browser to ask nothing of any other host, and to show the page in no other."""
    response.headers["Content-Security-Policy"] = (
        "default-src 'self'; "
        # The terminal's program writes its own styles.
        "style-src 'self' 'unsafe-inline'; "
        f"connect-src 'self' ws://{request.host}; "
        "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store" if not request.path.startswith("/static/") else "private"


def _same(one: str, other: str) -> bool:
    """Whether two tokens are the same, in a time that tells nothing of them."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
