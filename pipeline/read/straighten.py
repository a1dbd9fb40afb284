"""A page image made ready for recognition: grey, upright, straight, without specks. Pillow only.

The angle is found as a printer's eye would: at the right one, rows of ink and rows of paper differ most.
"""
from __future__ import annotations

import io
from statistics import pvariance
from typing import Any

SMALL = 700       # pixels: width at which the angle is measured
WIDEST = 6.0      # degrees to either side
LEAST = 0.15      # smaller angles are left alone: turning costs sharpness


def prepare(image: Any) -> Any:
    """A grey image, deskewed when it is skewed."""
    grey = image.convert("L")
    angle = skew(grey)
    if abs(angle) >= LEAST:
        from PIL import Image

        grey = grey.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return grey


def skew(grey: Any) -> float:
    """Degrees to turn the image counter-clockwise for its lines to be level; 0.0 when no angle is clearly better."""
    from PIL import Image, ImageOps

    small = grey.resize((SMALL, max(1, grey.height * SMALL // max(1, grey.width))), Image.Resampling.BOX)
    ink = ImageOps.invert(small).point(lambda value: value if value > 60 else 0)
    level = sharpness(ink, 0.0)
    best, top = 0.0, level
    for step, reach in ((1.0, WIDEST), (0.25, 0.75), (0.1, 0.2)):
        around = best
        count = int(reach / step)
        for index in range(-count, count + 1):
            angle = around + index * step
            value = sharpness(ink, angle)
            if value > top:
                best, top = angle, value
    return best if top > 1.02 * level else 0.0


def sharpness(ink: Any, angle: float) -> float:
    """How much the rows' ink varies when the image is turned by `angle`."""
    from PIL import Image

    turned = ink.rotate(angle, resample=Image.Resampling.BILINEAR) if angle else ink
    column = turned.resize((1, turned.height), Image.Resampling.BOX)
    return float(pvariance(column.tobytes()))


def specks(grey: Any) -> Any:
    """The image without single dark or light pixels."""
    from PIL import ImageFilter

    return grey.filter(ImageFilter.MedianFilter(3))


def as_pnm(grey: Any) -> bytes:
    """The form Tesseract reads without unpacking."""
    out = io.BytesIO()
    grey.save(out, format="PPM")
    return out.getvalue()
