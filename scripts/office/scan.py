"""A PDF printed and scanned: pages as images, crooked, speckled and unsharp as asked, put into a PDF without text.

The same call always gives the same bytes.
"""
from __future__ import annotations

import io
import time
from typing import Any

import numpy
import pypdfium2
from PIL import Image, ImageFilter

LONG_AGO = time.gmtime(0)


def pages(pdf: bytes, dpi: int = 300, skew: float = 0.0, noise: float = 0.0, blur: float = 0.0, seed: int = 7) -> list[Any]:
    """Grey images. `skew` in degrees (every second page the other way), `noise` as the spread of grey values, with one
    speck in ten thousand pixels; `blur` as a radius in pixels."""
    chance = numpy.random.default_rng(seed)
    made = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        image = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        if skew:
            image = image.rotate(skew if number % 2 == 0 else -skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
        if blur:
            image = image.filter(ImageFilter.GaussianBlur(blur))
        if noise:
            grey = numpy.asarray(image, dtype=numpy.float32)
            grey = grey * 0.86 + 24 + chance.normal(0, noise, grey.shape)
            specks = chance.random(grey.shape)
            grey[specks < 0.0001] = 30
            image = Image.fromarray(numpy.clip(grey, 0, 255).astype(numpy.uint8))
        made.append(image)
    return made


def as_pdf(images: list[Any], dpi: int = 300, quality: int = 60) -> bytes:
    """The images as a scanner packs them: one JPEG a page (CCITT G4 for black-and-white ones)."""
    out = io.BytesIO()
    more = {} if images[0].mode == "1" else {"quality": quality}
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi, creationDate=LONG_AGO, modDate=LONG_AGO,
                   **more)
    return out.getvalue()


def two_tone(images: list[Any]) -> list[Any]:
    """Black and white, as fax-like scanners give."""
    return [image.point(lambda value: 255 if value > 140 else 0).convert("1") for image in images]
