"""A page in a browser that has no network, and what stands in the way of its readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, WebSocketRoute

ALONE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
)
"""The browser asks nobody for anything. Playwright adds a new, empty profile, and --no-sandbox, which root needs."""

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
BEST_PRACTICE = "best-practice"
AT_HAND = ("file:", "data:", "about:", "blob:")


class OpenPage(Protocol):
    """Opens a file, or a text of HTML, in the browser; takes what Playwright's `new_context` takes."""

    def __call__(self, page: Path | str, *, width: int = 1280, height: int = 900, **context: Any) -> Page: ...  # noqa: ANN401


@dataclass
class Visit:
    """Pages opened side by side under the same circumstances, and what went wrong in them."""

    context: BrowserContext
    faults: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, browser: Browser, **options: Any) -> Visit:  # noqa: ANN401
        visit = cls(browser.new_context(**options))
        visit.context.route("**/*", visit._only_what_is_at_hand)
        visit.context.route_web_socket("**/*", visit._no_socket)
        visit.context.on("console", visit._note_console)
        visit.context.on("weberror", lambda error: visit.faults.append(f"error in a script: {error.error}"))
        return visit

    def _only_what_is_at_hand(self, route: Route) -> None:
        if route.request.url.startswith(AT_HAND):
            route.continue_()
        else:
            self.faults.append(f"asks the network for {route.request.url}")
            route.abort()

    def _no_socket(self, socket: WebSocketRoute) -> None:
        self.faults.append(f"opens a socket to {socket.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"error in the console: {message.text}")


class Accessibility(NamedTuple):
    """What axe finds in a page, a text an offence: the rule, how bad it is, and each element that breaks it."""

    violations: list[str]
    """Of WCAG 2.0, 2.1 and 2.2, levels A and AA."""
    best_practice: list[str]
    """What no level asks for and readers are glad of."""
    undecided: list[str]
    """Of WCAG too: axe cannot tell, so somebody has to look."""


Axe = Callable[[Page], Accessibility]


@cache
def _axe_script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def accessibility_of(page: Page) -> Accessibility:
    """Return what axe finds in a page as it stands: its size, its colours, what is unfolded."""
    # Evaluated and not added as a script, which the page's own policy may forbid.
    page.evaluate(_axe_script())
    # Nothing is fetched either: the styles of a page that lies on a disk are not to be read a second time.
    options = {"runOnly": {"type": "tag", "values": [*WCAG, BEST_PRACTICE]}, "preload": False}
    found = page.evaluate("options => axe.run(document, options)", options)
    broken = found["violations"]
    return Accessibility(
        violations=[_in_words(rule) for rule in broken if BEST_PRACTICE not in rule["tags"]],
        best_practice=[_in_words(rule) for rule in broken if BEST_PRACTICE in rule["tags"]],
        undecided=[_in_words(rule) for rule in found["incomplete"] if BEST_PRACTICE not in rule["tags"]],
    )


def _in_words(rule: dict[str, Any]) -> str:
    shown = rule["nodes"][:5]
    nodes = [f"{node['target']} {node['html'][:120]}\n    {node.get('failureSummary', '')}" for node in shown]
    more = [f"and {len(rule['nodes']) - len(shown)} more"] if len(rule["nodes"]) > len(shown) else []
    return "\n  ".join([f"{rule['id']} ({rule['impact']}): {rule['help']}", *nodes, *more])


def scrolls_sideways(page: Page) -> bool:
    """Whether the page as a whole, and not a region in it, is wider than its window."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide
