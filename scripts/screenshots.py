"""Takes the pictures of the documentation: `python scripts/screenshots.py` writes docs/img/*.png anew.

The site runs on the shipped documents (`data/raw`, `tests/corpus/dev`), parsed into a folder of its own; needs Chromium.
"""
from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.serve.address import decision_path  # noqa: E402
from tests.browser import CHROMIUM, MISSING, Tab, chromium  # noqa: E402
from tests.serve.conftest import get, serving  # noqa: E402

PICTURES = ROOT / "docs" / "img"
#: Larger ones make a README slow.
MOST_BYTES = 300_000
#: The document whose decision is shown.
SHOWN = "ogre-214.pdf"


class Picture(NamedTuple):
    """`hover`: what the mouse lies on; `path`: `{decision}` is the one of `SHOWN`."""

    name: str
    path: str
    width: int = 1440
    height: int = 900
    hover: str | None = None
    scheme: str = "light"


ALL = (
    Picture("start", "/"),
    Picture("search", "/lemumi?q=zemes+noma", height=820),
    Picture("decision", "{decision}", 1600, 1000),
    Picture("notes", "{decision}", 1600, 1000, hover="a.m.reference"),
    Picture("dark", "{decision}", 1600, 1000, hover="a.m.voter", scheme="dark"),
    Picture("councillor", "/deputats/smiltenes-novada-pasvaldibas-dome/maija-bahmane", height=820),
    Picture("act", "/akts/likums:pašvaldību%20likums"),
    Picture("phone", "{decision}", 390, 844),
)


def main() -> int:
    if CHROMIUM is None:
        print(f"lemumi: {MISSING}", file=sys.stderr)
        return 3
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        raw, out = ROOT / "data" / "raw", Path(place)
        written = map(str, sorted((ROOT / "tests" / "corpus" / "dev").glob("*.txt")))
        for command in (("parse", str(raw), *written, "--out", str(out), "-q"), ("index", str(out), "-q")):
            subprocess.run([sys.executable, "-m", "pipeline", *command], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        with serving(out, "--raw", str(raw)) as site, chromium() as browser:
            tab = browser.tab()
            row = json.loads(get(f"{site}/corpus/decisions.json?source_path={SHOWN}&_shape=array").body)[0]
            for picture in ALL:
                size = take(tab, site, picture._replace(path=picture.path.format(decision=decision_path(row["file"]))))
                print(f"docs/img/{picture.name}.png {size:,} bytes")
    return 0


def take(tab: Tab, site: str, picture: Picture) -> int:
    """Writes one picture with as many colours as fit; its size."""
    from PIL import Image
    tab.media(scheme=picture.scheme)
    tab.size(picture.width, picture.height, phone=picture.width < 600)
    tab.goto(site + picture.path)
    if picture.hover:
        tab.hover(picture.hover)
    target = PICTURES / f"{picture.name}.png"
    tab.screenshot(target)
    image = Image.open(target).convert("RGB")
    for colours in (256, 128, 64, 32):
        buffer = io.BytesIO()
        image.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        if buffer.tell() <= MOST_BYTES:
            break
    target.write_bytes(buffer.getvalue())
    return buffer.tell()


if __name__ == "__main__":
    sys.exit(main())
