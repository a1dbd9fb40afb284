"""Images (PNG, JPEG, TIFF of several pages) → Source, by recognition."""
from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from typing import Any

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS
from pipeline.read.ocr import read_images
from pipeline.read.options import ReadOptions
from pipeline.read.pages import ReadPage, assemble
from pipeline.read.sniff import media_type
from pipeline.read.source import Source


def read_image(data: bytes, path: str, options: ReadOptions) -> Source:
    """Raises `needs_ocr`, `ocr_failed`, `too_large`, `damaged`."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None      # our own limit is asked first, by the header alone
    warnings.filterwarnings("ignore", module="PIL")      # a damaged file is our finding, not Pillow's word to the terminal
    try:
        image = Image.open(io.BytesIO(data))
        frames = int(getattr(image, "n_frames", 1))
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, ZeroDivisionError, OverflowError, IndexError) as error:
        raise failure("damaged", "an image") from error
    if frames > LIMITS.ocr_pages or image.width * image.height > LIMITS.image_pixels:
        raise failure("too_large", f"{frames} images of {image.width} × {image.height} pixels")
    if not options.ocr:
        raise failure("needs_ocr", "recognition is switched off")
    dpi = resolution(image)
    heights: dict[int, float] = {}      # by page, as a page may be asked for twice

    def frame(index: int) -> Callable[[], Any]:
        def make() -> Any:
            try:
                image.seek(index)
                if image.width * image.height > LIMITS.image_pixels:
                    raise failure("too_large", "one of its images")
                heights[index] = image.height * 72 / dpi
                return upright(image).convert("L")
            except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, MemoryError) as error:
                raise failure("damaged", "an image") from error
        return make

    pages = read_images([frame(index) for index in range(frames)], options, dpi)
    if not any(page.pieces for page in pages):
        raise failure("ocr_failed", "no letters found")
    return assemble(data, path, media_type("image", data),
                    [ReadPage(page.pieces, heights[index], ocr=page) for index, page in enumerate(pages)])


def upright(image: Any) -> Any:
    """Cameras write how they were held beside the picture; it is turned accordingly."""
    from PIL import ImageOps

    return ImageOps.exif_transpose(image) or image


def resolution(image: Any) -> int:
    """Dots per inch: as the file says, when that can be; else as if the image were an A4 sheet."""
    said = image.info.get("dpi") or (0, 0)
    try:
        dpi = round(float(said[0]))
    except (TypeError, ValueError, OverflowError, IndexError, ZeroDivisionError):
        dpi = 0
    if 90 <= dpi <= 1200 and 4 < image.width / dpi < 20:
        return dpi
    return int(min(1200, max(70, round(image.width / 8.27))))
