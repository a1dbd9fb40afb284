"""A real Chromium for tests and screenshots, driven over a pipe by its own protocol (CDP): no driver, no package.

    with chromium() as browser:
        tab = browser.tab()
        tab.goto("http://127.0.0.1:8001/")
        tab.press("Tab")
        assert tab.js("document.activeElement.textContent") == "Pāriet pie satura"

https://chromedevtools.github.io/devtools-protocol/ describes every message that `call` can send.
"""
from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Debian's name, Google's, and what macOS installs.
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
MISSING = "no Chromium on this machine: apt-get install chromium"
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
#: Seconds a page or an answer may take; a hang becomes a failure that says so.
PATIENCE = 60.0
#: Chromium reads descriptor 3 and writes descriptor 4: puts the pipes' ends there and becomes it.
BECOME = ("import fcntl, os, sys; a, b = (fcntl.fcntl(int(n), fcntl.F_DUPFD, 10) for n in sys.argv[1:3]); os.dup2(a, 3); "
          "os.dup2(b, 4); os.execv(sys.argv[3], sys.argv[3:])")
_KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, " ": 32}


class Browser:
    """One process. `call` sends a message and waits for its answer; what comes meanwhile is kept for the tab it is of."""

    def __init__(self, to: int, of: int) -> None:
        self._to = to
        self._of = of
        self._rest = b""
        self._count = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._tabs: dict[str, Tab] = {}

    def call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._send(message)
        number, until = self._count, time.monotonic() + PATIENCE
        while number not in self._answers:
            self.read(until)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode() + b"\0"
        while body:
            body = body[os.write(self._to, body):]

    def read(self, until: float) -> None:
        """Takes in what the browser says next. Raises TimeoutError."""
        if not select.select([self._of], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError("Chromium does not answer")
        piece = os.read(self._of, 1 << 20)
        if not piece:
            raise RuntimeError("Chromium has ended")
        *whole, self._rest = (self._rest + piece).split(b"\0")
        for body in whole:
            message = json.loads(body)
            if "id" in message:
                self._answers[message["id"]] = message
            elif (tab := self._tabs.get(message.get("sessionId", ""))) is not None:
                tab.heard(message["method"], message["params"])

    def tab(self, width: int = 1440, height: int = 900) -> Tab:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = self._tabs[session] = Tab(self, session)
        for domain in ("Page", "Runtime", "Network", "Log"):
            tab.call(f"{domain}.enable")
        tab.size(width, height)
        return tab


class Tab:
    """One page. `requests`: addresses asked for; `errors`: what the console complains of, by policy, script or network."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._loaded = False

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **parameters)

    def close(self) -> None:
        self.call("Page.close")

    def heard(self, method: str, told: dict[str, Any]) -> None:
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.errors.append(told["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(told["exceptionDetails"]["text"])

    def goto(self, address: str) -> None:
        """Opens a page and waits until all of it is there."""
        self._loaded = False
        found = self.call("Page.navigate", url=address)
        if found.get("errorText"):
            raise RuntimeError(f"{address}: {found['errorText']}")
        self._wait()

    def follow(self, key: str = "Enter") -> None:
        """Presses a key that opens another page."""
        self._loaded = False
        self.press(key)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while not self._loaded:
            self._browser.read(until)
        self.js("document.fonts.ready.then(() => true)")

    def js(self, expression: str) -> Any:
        """The value of an expression; a promise is awaited."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "an exception"))
        return answer["result"].get("value")

    def text(self, selector: str) -> str:
        """The words a reader sees of the first such element. Raises RuntimeError when there is none."""
        return str(self.js(f"document.querySelector({json.dumps(selector)}).innerText"))

    def count(self, selector: str) -> int:
        return int(self.js(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def press(self, key: str, shift: bool = False) -> None:
        code = _KEYS.get(key, ord(key[0].upper()))
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, words: str) -> None:
        self.call("Input.insertText", text=words)

    def hover(self, selector: str) -> None:
        """Moves the mouse over the first line of an element, scrolled into sight."""
        spot = self.js(f"(async e => {{ e.scrollIntoView({{block: 'center', behavior: 'instant'}}); "
                       "for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame); "
                       "const r = e.getClientRects()[0] || e.getBoundingClientRect(); "
                       f"return [r.x + r.width / 2, r.y + r.height / 2]; }})(document.querySelector({json.dumps(selector)}))")
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=spot[0], y=spot[1])

    def size(self, width: int, height: int, scale: float = 1, phone: bool = False) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=phone)

    def media(self, kind: str = "screen", scheme: str = "light") -> None:
        self.call("Emulation.setEmulatedMedia", media=kind, features=[{"name": "prefers-color-scheme", "value": scheme},
                                                                     {"name": "prefers-reduced-motion", "value": "reduce"}])

    def scripts(self, run: bool) -> None:
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def screenshot(self, path: Path, whole: bool = False) -> None:
        picture = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(picture["data"]))

    def pdf(self) -> bytes:
        """The page as it would be printed."""
        self.call("Emulation.setEmulatedMedia", media="")
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def axe(self) -> list[str]:
        """What axe-core finds wrong by WCAG 2.1 A and AA: rule, where, why."""
        if not self.js("typeof axe === 'object'"):
            self.js(AXE.read_text(encoding="utf-8") + "; true")
        found = self.js("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
                        ".then(r => r.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.target.join(' ') + ': ' + "
                        "n.failureSummary)]))")
        return [f"{rule}: {'; '.join(where)}" for rule, where in found]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with a profile of its own, ended at the end. Raises RuntimeError when none is installed."""
    if CHROMIUM is None:
        raise RuntimeError(MISSING)
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()
    with tempfile.TemporaryDirectory(prefix="lemumi-chromium-", ignore_cleanup_errors=True) as profile:
        options = ["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
                   "--hide-scrollbars", "--disable-dev-shm-usage",
                   "--disable-background-networking", "--force-color-profile=srgb",
                   "--font-render-hinting=none", f"--user-data-dir={profile}"]
        process = subprocess.Popen([sys.executable, "-c", BECOME, str(theirs_in), str(theirs_out), CHROMIUM, *options],
                                   pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        browser = Browser(ours_out, ours_in)
        try:
            browser.call("Browser.getVersion")
            yield browser
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            os.close(ours_in)
            os.close(ours_out)
