"""One reference, every way to print it: always the same canonical reference, and a span that gives the printed words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import find_references
from tests.references.hostile import HOSTILE

NAMES = ["Pašvaldību likum", "Zemes ierīcības likum", "Valsts un pašvaldību mantas nomas likum", "Ceļu satiksmes likum"]
CASES = ["s", "a", "am", "u", "ā"]
WORDS = {1: "pirm", 2: "otr", 3: "treš", 4: "ceturt", 5: "piekt", 11: "vienpadsmit"}
MARKS = [("“", "”"), ("„", "”"), ('"', '"'), ("«", "»"), ("”", "”")]
OPENERS = ["", "Pamatojoties uz ", "Saskaņā ar ", "kā arī ", "Dome, ievērojot "]
MONTHS = [
    "janvāra",
    "februāra",
    "marta",
    "aprīļa",
    "maija",
    "jūnija",
    "jūlija",
    "augusta",
    "septembra",
    "oktobra",
    "novembra",
    "decembra",
]


@settings(deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(CASES),
    st.integers(1, 200),
    st.sampled_from(sorted(WORDS)),
    st.integers(1, 40),
    st.sampled_from(["", " "]),
    st.booleans(),
    st.sampled_from(OPENERS),
)
def test_laws(name: str, case: str, article: int, part: int, point: int, space: str, digits: bool, opener: str) -> None:
    part_printed = f"{part}.{space}daļas" if digits else f"{WORDS[part]}ās daļas"
    text = f"{opener}{name}{case} {article}.{space}panta {part_printed} {point}.{space}punktu, turpinājums"
    found = find_references(text)
    assert [(r.act, r.pinpoints) for r in found] == [
        (f"likums:{name}s".lower(), [{"pants": str(article), "dala": str(part), "punkts": str(point)}])
    ]
    assert text[slice(*found[0].span)] == text[len(opener) : text.index(", turpinājums")]


@settings(deadline=None)
@given(
    st.integers(1, 1500),
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1992, 2025),
    st.sampled_from(["Ministru kabineta", "MK", "LR MK"]),
    st.sampled_from(["i", "u", "iem", "us", "os"]),
    st.sampled_from(["before", "figures", "bracket", "first"]),
    st.sampled_from(MARKS),
    st.sampled_from(["Nr. ", "Nr.", "nr. "]),
    st.sampled_from(["", " "]),
)
def test_cabinet_regulations(
    number: int,
    day: int,
    month: int,
    year: int,
    issuer: str,
    case: str,
    order: str,
    marks: tuple[str, str],
    sign: str,
    space: str,
) -> None:
    title = f"{marks[0]}Noteikumi par koku ciršanu, ko dara {'“ārpus meža”' if marks[0] != '”' else 'mežā'}{marks[1]}"
    words, figures = f"{year}.{space}gada {day}.{space}{MONTHS[month - 1]}", f"{day:02}.{month:02}.{year}."
    noun = f"noteikum{case} {sign}{number}"
    text = {
        "before": f"{issuer} {words} {noun} {title}",
        "figures": f"{issuer} {figures} {noun} {title}",
        "bracket": f"{issuer} {noun} ({figures}) {title}",
        "first": f"{words} {issuer} {noun} {title}",
    }[order]
    found = find_references(text + " 5. punkts paredz")
    assert [(r.act, r.pinpoints) for r in found] == [(f"mk:{year}-{month:02}-{day:02}/{number}", [{"punkts": "5"}])]
    assert (text + " 5. punkts paredz")[slice(*found[0].span)] == text + " 5. punkts"


DEFINED = ["(turpmāk – {})", "(turpmāk - {})", "(turpmāk tekstā – {})", "(turpmāk: {})", "(turpmāk arī – „{}”)",
           "[turpmāk – {}]"]  # fmt: skip
SHORT = {"Likums": ["Likuma", "Likumu", "Likumam", "Likumā"], "Zemes likums": ["Zemes likuma", "zemes likuma", "Zemes likumā"],
         "ZIL": ["ZIL"], "Noteikumi": ["Noteikumu", "Noteikumos", "Noteikumiem"],
         "MK noteikumi Nr. 97": ["MK noteikumu Nr. 97", "MK noteikumu Nr.97"]}  # fmt: skip
ISSUERS = {
    "Līčupes novada domes": "licupes-novada-dome",
    "Līčupes pilsētas pašvaldības": "licupes-pilsetas-pasvaldiba",
    "Valsts zemes dienesta": "valsts-zemes-dienests",
    "Centrālās vēlēšanu komisijas": "centrala-velesanu-komisija",
    "vides aizsardzības un reģionālās attīstības ministra": "vides-aizsardzibas-un-regionalas-attistibas-ministrs",
}
PLACES = ["", " (prot. Nr. 4, 2. §)", " (protokols Nr. 11, 14.p.)", " (Latvijas Vēstnesis, 2020, Nr. 5 (1200))"]


@settings(deadline=None)
@given(st.sampled_from(DEFINED), st.sampled_from(sorted(SHORT)), st.data(), st.integers(1, 300), st.integers(1, 9))
def test_short_forms(pattern: str, alias: str, data: st.DataObject, article: int, part: int) -> None:
    use = data.draw(st.sampled_from(SHORT[alias]))
    law = ("ikum" in alias.casefold() and "oteikum" not in alias) or alias == "ZIL"
    name = "Zemes ierīcības likuma" if law else "Ministru kabineta 2018. gada 20. februāra noteikumu Nr. 97 “Nomas noteikumi”"
    act = "likums:zemes ierīcības likums" if law else "mk:2018-02-20/97"
    places = f"{article}. panta {part}. daļu" if law else f"{article}. punktu"
    expected = {"pants": str(article), "dala": str(part)} if law else {"punkts": str(article)}
    text = f"Saskaņā ar {name} {pattern.format(alias)} prasībām un {use} {places}."
    assert [(r.act, r.pinpoints) for r in find_references(text)] == [(act, []), (act, [expected])]


@settings(deadline=None)
@given(
    st.sampled_from(sorted(ISSUERS)),
    st.sampled_from(["lēmum", "saistošo noteikumu", "rīkojum"]),
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1995, 2025),
    st.sampled_from(["7", "12/4", "4/2021", "1-5n/60", "END/SN/2011/9"]),
    st.sampled_from(MARKS),
    st.sampled_from(PLACES),
    st.booleans(),
    st.lists(st.integers(1, 40), min_size=1, max_size=3, unique=True),
)
def test_acts_of_councils_and_offices(
    issuer: str,
    noun: str,
    day: int,
    month: int,
    year: int,
    number: str,
    marks: tuple[str, str],
    place: str,
    figures: bool,
    points: list[int],
) -> None:
    date = f"{day:02}.{month:02}.{year}." if figures else f"{year}. gada {day}. {MONTHS[month - 1]}"
    head = noun if noun.endswith("u") else f"{noun}a"
    listed = ", ".join(f"{point}." for point in points[:-1]) + (" un " if len(points) > 1 else "") + f"{points[-1]}."
    text = f"{issuer} {date} {head} Nr. {number}{place} {marks[0]}Par ceļu ziemā{marks[1]} {listed} punktu"
    prefix = {"lēmum": "lemums", "saistošo noteikumu": "sn", "rīkojum": "rik"}[noun]
    (found,) = find_references(f"Ievērojot {text}, dome nolemj")
    assert found.act == f"{prefix}:{ISSUERS[issuer]}/{year}-{month:02}-{day:02}/{number.lower()}"
    assert found.pinpoints == [{"punkts": str(point)} for point in points]
    assert found.span == (len("Ievērojot "), len("Ievērojot " + text))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                ("Meža likuma 4. panta pirmo daļu", "likums:meža likums"),
                ("likuma “Par arhīviem” 3. pantu", "likums:par arhīviem"),
                ("Komerclikuma 221. pantu", "likums:komerclikums"),
                ("MK 16.02.2021. noteikumu Nr. 97 2. punktu", "mk:2021-02-16/97"),
                ("Līčupes novada domes 04.05.2020. lēmumu Nr. 3", "lemums:licupes-novada-dome/2020-05-04/3"),
                ("Satversmes 101. pantu", "satversme"),
                ("Regulas (ES) 2016/679 5. pantu", "es:2016/679"),
            ]
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([", ", " un ", "; ", ", kā arī ", ",\n"]),
)
def test_lists_of_acts(acts: list[tuple[str, str]], joint: str) -> None:
    text = "Pamatojoties uz " + joint.join(words for words, _ in acts) + ", dome nolemj"
    found = find_references(text)
    assert [r.act for r in found] == [act for _, act in acts]
    assert [text[slice(*r.span)] for r in found] == [words for words, _ in acts]


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_work_stays_in_proportion(name: str) -> None:
    """Eight times the text, at most three times eight the time: of the processor (not the clock), far from quadratic."""

    def spent(n: int) -> float:
        text = HOSTILE[name](n)
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            find_references(text)
            best = min(best, time.process_time() - start)
        return best

    assert spent(1600) <= 24 * max(spent(200), 1e-3)


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\n", "\u00a0"])
def test_any_blank_parts_words(blank: str) -> None:
    text = f"Krāslavas novada domes 2022. gada 28. aprīļa{blank}saistošajiem{blank}noteikumiem{blank}Nr. 2022/7"
    (one,) = find_references(text)
    assert (one.kind, one.issuer, one.date, one.number) == (
        "saistosie_noteikumi", "Krāslavas novada dome", "2022-04-28", "2022/7")
    assert one.span == (0, len(text))
