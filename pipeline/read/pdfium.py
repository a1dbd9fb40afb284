"""A thin face of PDFium's C functions for text: fewer and cheaper calls than a box for every character.

A page's characters come in one call; after that only the boxes that decide something are asked for. Coordinates that
leave this file are points from the page's top left corner as the reader sees it, with the page's rotation undone.
"""
from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS

Box = tuple[float, float, float, float]
LOCK = threading.RLock()      # PDFium is not thread-safe
ERROR_PASSWORD = 4
IMAGE, PATH, FORM = 3, 2, 5   # FPDF_PAGEOBJ_…


def quick(function: Any, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """A function of PDFium's for a third of a call's price: ctypes does not look at each argument's type. For what is asked
    of every word; the arguments must be Python's ints, `c_void_p` and `byref`."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


LOOSE_BOX = quick(pdfium.FPDFText_GetLooseCharBox)
MATRIX = quick(pdfium.FPDFText_GetMatrix)
FONT_SIZE = quick(pdfium.FPDFText_GetFontSize, ctypes.c_double)
FONT_WEIGHT = quick(pdfium.FPDFText_GetFontWeight)
FONT_INFO = quick(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)
ANGLE = quick(pdfium.FPDFText_GetCharAngle, ctypes.c_float)


class PageText:
    """One page's characters and boxes. Indexes are PDFium's character indexes, `text[i]` is the character at `i`."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.rotation = int(pdfium.FPDFPage_GetRotation(page))
        self._left, self._bottom, width, height = self._sheet()
        self.width, self.height = (height, width) if self.rotation % 2 else (width, height)
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._text = ctypes.cast(self._handle, ctypes.c_void_p)      # the same for `quick` functions
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._font, self._flags = ctypes.create_string_buffer(80), ctypes.c_int()
        self._ref, self._matrix_ref = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._font_refs = ctypes.byref(self._font), 80, ctypes.byref(self._flags)
        count = pdfium.FPDFText_CountChars(self._handle) if self._handle else 0
        self.text = self._characters(count) if count > 0 else ""

    def _characters(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[:max(0, written - 1) * 2].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text
        # Characters beyond the basic plane, or without a code, make the two counts differ: ask one by one.
        codes = (pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def _sheet(self) -> Box:
        """Left, bottom, width and height of the sheet, not rotated: boxes of characters are counted from its own origin."""
        values = [ctypes.c_float() for _ in range(4)]
        refs = [ctypes.byref(value) for value in values]
        if pdfium.FPDFPage_GetCropBox(self.page, *refs) or pdfium.FPDFPage_GetMediaBox(self.page, *refs):
            x0, y0, x1, y1 = (value.value for value in values)
            return min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
        return 0.0, 0.0, 612.0, 792.0

    def box(self, index: int) -> Box:
        """Loose box of a character: its advance wide, its font's ascent and descent high."""
        LOOSE_BOX(self._text, index, self._ref)
        rect = self._rect
        x0, x1 = rect.left - self._left, rect.right - self._left
        if self.rotation == 0:
            height = self.height + self._bottom
            return x0, height - rect.top, x1, height - rect.bottom
        y0, y1 = rect.bottom - self._bottom, rect.top - self._bottom
        if self.rotation == 1:
            return y0, x0, y1, x1
        if self.rotation == 2:
            return self.width - x1, y0, self.width - x0, y1
        return self.width - y1, self.height - x1, self.width - y0, self.height - x0

    def gap(self, before: int, after: int) -> tuple[float, float]:
        """Where the character `before` ends and `after` begins, from the left: what `box` says, without the rest of it."""
        if self.rotation:
            return self.box(before)[2], self.box(after)[0]
        text, ref, rect = self._text, self._ref, self._rect
        LOOSE_BOX(text, before, ref)
        end = rect.right
        LOOSE_BOX(text, after, ref)
        return end - self._left, rect.left - self._left

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is on the page or near it; never for coordinates that are no numbers."""
        return -20 <= x <= self.width + 20 and -20 <= y <= self.height + 20

    def turns(self, index: int) -> int:
        """Quarter turns to the right that the page still needs for the line at `index` to be upright."""
        angle = ANGLE(self._text, index)
        return (-round(angle / (math.pi / 2)) - self.rotation) % 4 if angle > 0 or self.rotation else 0

    def turn(self, turns: int) -> None:
        """From now on the page is seen turned so that these lines are upright."""
        self.rotation = (self.rotation + turns) % 4
        if turns % 2:
            self.width, self.height = self.height, self.width

    def bold(self, index: int) -> bool:
        """Whether the character's font is bold, by its weight or its name."""
        if FONT_WEIGHT(self._text, index) >= 600:
            return True
        size = FONT_INFO(self._text, index, *self._font_refs)
        return size <= 80 and b"bold" in self._font.raw[:size].lower()      # a longer name is not written at all

    def letter(self, index: int) -> float:
        """Size of the character's letters in points, whatever box its font gives them; 0.0 when PDFium does not know."""
        matrix = self._matrix
        if not MATRIX(self._text, index, self._matrix_ref):
            return 0.0
        return float(FONT_SIZE(self._text, index) * math.hypot(matrix.c, matrix.d))

    def broken(self, index: int) -> bool:
        """Whether the font has no usable map from its codes to characters."""
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._handle, index) == 1)

    def has_picture(self) -> bool:
        """Something is drawn that may be letters: an image over a tenth of the page, or many curves."""
        share, curves = self._drawn()
        return share > 0.1 or curves > 100

    def is_picture(self) -> bool:
        """One image covers most of the page."""
        return self._drawn()[0] > 0.6

    def _drawn(self, most: int = 1000) -> tuple[float, int]:
        """The largest image's share of the page, and the number of paths among the page's first objects."""
        values = [ctypes.c_float() for _ in range(4)]
        refs = [ctypes.byref(value) for value in values]
        largest, curves = 0.0, 0
        for index in range(min(pdfium.FPDFPage_CountObjects(self.page), most)):
            item = pdfium.FPDFPage_GetObject(self.page, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind in (IMAGE, FORM) and pdfium.FPDFPageObj_GetBounds(item, *refs):
                left, bottom, right, top = (value.value for value in values)
                largest = max(largest, abs(right - left) * abs(top - bottom))
            curves += kind == PATH
        return largest / max(1.0, self.width * self.height), curves

    def close(self) -> None:
        if self._handle:
            pdfium.FPDFText_ClosePage(self._handle)
            self._handle = None


class Document:
    """An open PDF. `data` must outlive it, which it sees to itself."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data = data
        secret = password.encode("utf-8") if password else None
        self.handle = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
        if not self.handle:
            code = pdfium.FPDF_GetLastError()
            raise failure("encrypted" if code == ERROR_PASSWORD else "damaged")
        self.pages = int(pdfium.FPDF_GetPageCount(self.handle))

    @contextmanager
    def page(self, index: int) -> Iterator[PageText | None]:
        """The page's text; None when the page itself is broken."""
        page = pdfium.FPDF_LoadPage(self.handle, index)
        if not page:
            yield None
            return
        text = PageText(page)
        try:
            yield text
        finally:
            text.close()
            pdfium.FPDF_ClosePage(page)

    def picture(self, index: int, dpi: int) -> Callable[[], Any]:
        """What draws the page as a grey image, when called."""
        def draw() -> Any:
            import pypdfium2

            page = pdfium.FPDF_LoadPage(self.handle, index)
            try:
                across, down = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
                scale = min(dpi / 72, (LIMITS.image_pixels / max(1.0, across * down)) ** 0.5)
                width, height = max(1, round(across * scale)), max(1, round(down * scale))
                bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_Gray)
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
                pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT)
                return bitmap.to_pil().copy()
            finally:
                pdfium.FPDF_ClosePage(page)
        return draw

    def close(self) -> None:
        if self.handle:
            pdfium.FPDF_CloseDocument(self.handle)
            self.handle = None


@contextmanager
def open_pdf(data: bytes, password: str | None = None) -> Iterator[Document]:
    """Raises `encrypted` when the password does not fit, `damaged` when it is no whole PDF."""
    with LOCK:
        import pypdfium2  # initialises the library once

        assert pypdfium2 is not None
        document = Document(data, password)
        try:
            yield document
        finally:
            document.close()
