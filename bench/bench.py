"""`python -m bench.bench [--write]`: speed of each path beside other libraries, on this machine, in this run."""
from __future__ import annotations

import cProfile
import platform
import pstats
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.generate import generate, generate_files

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("read", "clean", "segment", "extract", "check", "records", "resolve", "registry", "grammar", "latvian")


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the fastest of some rounds, after one to warm up."""
    work()
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def text_rows() -> list[tuple[str, str]]:
    import spacy
    from eyecite import get_citations

    from pipeline.extract.references import find_references
    from pipeline.flow import parse_bytes
    texts = [text for _, text in generate(220)]
    size = sum(len(t.encode()) for t in texts) / 1e6

    def whole() -> None:
        for text in texts:
            for parsed in parse_bytes(text.encode(), "t.txt"):
                for decision in parsed.decisions:
                    decision.model_dump_json()

    blank = spacy.blank("lv")
    few = texts[:66]
    part = sum(len(t.encode()) for t in few) / 1e6
    return [
        ("text → record (JSON)", f"{size / best(whole):.2f} MB/s"),
        ("references alone", f"{size / best(lambda: [find_references(t) for t in texts]):.2f} MB/s"),
        ("spaCy blank tokenizer", f"{part / best(lambda: [blank(t) for t in few]):.2f} MB/s"),
        ("eyecite (US citations)", f"{part / best(lambda: [get_citations(t) for t in few], 1):.2f} MB/s"),
    ]


def pdf_rows() -> list[tuple[str, str]]:
    import pdfplumber
    import pypdfium2
    from pdfminer.high_level import extract_text

    from pipeline.flow import parse_bytes
    paths = sorted((ROOT / "data" / "raw").glob("*.pdf"))
    data = [p.read_bytes() for p in paths]
    pages = sum(len(pypdfium2.PdfDocument(d)) for d in data)

    def ours() -> None:
        for body in data:
            for parsed in parse_bytes(body, "t.pdf"):
                for decision in parsed.decisions:
                    decision.model_dump_json()

    def pdfium() -> None:
        for body in data:
            for page in pypdfium2.PdfDocument(body):
                page.get_textpage().get_text_range()

    def plumber() -> None:
        for path in paths:
            with pdfplumber.open(path) as opened:
                for page in opened.pages:
                    page.extract_text()

    rows = [("PDF → record (JSON)", ours), ("pypdfium2, bare text", pdfium), ("pdfplumber, bare text", plumber),
            ("pdfminer.six, bare text", lambda: [extract_text(str(p)) for p in paths])]
    return [(name, f"{pages / best(work):.0f} pages/s") for name, work in rows]


#: Files of a whole run, about a minute of work: enough that starting the workers, a second, does not weigh.
RUN_FILES = 12_000


def run_rows() -> list[tuple[str, str]]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        texts, pdfs = Path(folder, "texts"), Path(folder, "pdfs")
        generate_files(RUN_FILES, texts)
        _pdf_files(RUN_FILES // 4, pdfs)
        for raw, kind in ((texts, "texts"), (pdfs, "PDF files")):
            count = sum(path.is_file() for path in raw.rglob("*"))
            one, two = (_run(raw, Path(folder, f"out{jobs}"), jobs) for jobs in (1, 2))
            rows += [(f"whole run, {count:,} {kind}, 1 worker", f"{count / one:.0f} files/s"),
                     (f"whole run, {count:,} {kind}, 2 workers", f"{count / two:.0f} files/s"),
                     (f"two workers against one, {kind}", f"{one / two:.2f} ×")]
            if raw is texts:
                rows.append(("nothing changed, a file", f"{_run(raw, Path(folder, 'out2'), 2) / count * 1e3:.2f} ms"))
            shutil.rmtree(Path(folder, "out1"))
            shutil.rmtree(Path(folder, "out2"))
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pipeline", "--help"], check=True, capture_output=True)
    rows.append(("`lemumi --help`", f"{time.perf_counter() - started:.2f} s"))
    return rows


def _run(raw: Path, out: Path, jobs: int) -> float:
    """Seconds of a whole run, start-up and reports included."""
    command = [sys.executable, "-m", "pipeline", "parse", str(raw), "--out", str(out), "-q", "--jobs", str(jobs)]
    started = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - started


def _pdf_files(count: int, folder: Path) -> None:
    """The shipped PDF files over and over, each with a comment of its own at the end, so that none is a copy."""
    folder.mkdir()
    bodies = [path.read_bytes() for path in sorted((ROOT / "data" / "raw").glob("*.pdf"))]
    for index in range(count):
        (folder / f"{index:05d}.pdf").write_bytes(bodies[index % len(bodies)] + b"\n%% %d\n" % index)


def stage_rows() -> list[tuple[str, str]]:
    """Share of each package's own time, by a profiler (which weighs small functions too heavily)."""
    from pipeline.flow import parse_bytes
    texts = [text.encode() for _, text in generate(220)]
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        for parsed in parse_bytes(text, "t.txt"):
            for decision in parsed.decisions:
                decision.model_dump_json()
    profile.disable()
    own = dict.fromkeys((*STAGES, "libraries"), 0.0)
    for (file, _, _), (_, _, spent, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        steps = Path(file).parts
        stage = steps[steps.index("pipeline") + 1] if "pipeline" in steps else "libraries"
        own[stage if stage in own else "libraries"] += spent
    whole = sum(own.values())
    return [(name, f"{spent / whole:.0%}") for name, spent in sorted(own.items(), key=lambda row: -row[1])]


def machine() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    return f"{model}, Python {platform.python_version()}, {platform.system()}"


def main() -> int:
    about = f"Written by `make bench`. Machine: {machine()}. One core unless said otherwise; the best of three rounds."
    lines = ["# Speed", "", about, "",
             "| what | measured |", "|---|---|"]
    for rows in (text_rows(), pdf_rows(), run_rows()):
        lines += [f"| {name} | {figure} |" for name, figure in rows]
    lines += ["", "Share of a text's time, by package (profiler):", "", "| package | share |", "|---|---|"]
    lines += [f"| {name} | {figure} |" for name, figure in stage_rows()]
    report = "\n".join(lines) + "\n"
    sys.stdout.write(report)
    if "--write" in sys.argv:
        (ROOT / "docs" / "BENCH.md").write_text(report, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
