"""Takes the pictures of the documentation: `python scripts/screenshots.py` writes docs/img/*.png anew.

The site runs on the shipped documents (`data/raw`), parsed into a folder of its own; needs Chromium.
"""
from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import CHROMIUM, MISSING, Tab, chromium  # noqa: E402
from tests.serve.conftest import serving  # noqa: E402

PICTURES = ROOT / "docs" / "img"
#: Larger ones make a README slow.
MOST_BYTES = 300_000
DECISION = "/lemums/ogres-novada-pasvaldibas-dome/2023/214"


class Picture(NamedTuple):
    """`hover`: what the mouse lies on."""

    name: str
    path: str
    width: int = 1440
    height: int = 900
    hover: str | None = None
    scheme: str = "light"


ALL = (
    Picture("start", "/", height=820),
    Picture("search", "/lemumi?q=skolas+kopiena", height=760),
    Picture("decision", DECISION, 1600, 1000, hover="a.m.reference"),
    Picture("decision-dark", DECISION, 1600, 1000, scheme="dark"),
    Picture("act", "/akts/likums:pašvaldību%20likums", height=760),
    Picture("phone", DECISION, 390, 844),
)


def main() -> int:
    if CHROMIUM is None:
        print(f"lemumi: {MISSING}", file=sys.stderr)
        return 3
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        raw, out = ROOT / "data" / "raw", Path(place)
        for command in (("parse", str(raw), "--out", str(out), "-q"), ("index", str(out), "-q")):
            subprocess.run([sys.executable, "-m", "pipeline", *command], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        with serving(out, "--raw", str(raw)) as site, chromium() as browser:
            tab = browser.tab()
            for picture in ALL:
                size = take(tab, site, picture)
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
        image.quantize(colours, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        if buffer.tell() <= MOST_BYTES:
            break
    target.write_bytes(buffer.getvalue())
    return buffer.tell()


if __name__ == "__main__":
    sys.exit(main())
