"""What a paragraph is, by its words alone: type line, signature, appeal notice, annex list, … Strings in, matches out.

    LĒMUMS Nr.750                                              → type line: decision
    Domes priekšsēdētājs<TAB>Leons Līdums                       → signature
    Pielikumā: 1) Apliecinājums uz 3 lp.                        → annex list
"""
from __future__ import annotations

import re

from pipeline.latvian.bodies import GENITIVE
from pipeline.latvian.leap import any_case, words
from pipeline.latvian.tables import table
from pipeline.records import DocumentType

UPPER = "A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ"
LOWER = "a-zāčēģīķļņōŗšūž"
#: A name as signed: `Leons Līdums`, `A. Ozols`, `Ģ.V.Ozols`, `Dz.Kalna-Liepa`, `LEONS LĪDUMS`.
NAME = (rf"(?:(?:[{UPPER}][{LOWER}]?\. ?){{1,3}}[{UPPER}][\w]+(?: ?- ?[{UPPER}]\w+)?"
        rf"|[{UPPER}]\w+(?: [{UPPER}]\w+){{0,2}} [{UPPER}]\w+(?: ?- ?[{UPPER}]\w+)?)")

#: Type word → document type: `data/types.tsv`.
TYPE_WORDS: dict[str, DocumentType] = {word: kind for word, kind in table("pipeline.segment", "types.tsv")}  # type: ignore[misc]  # noqa: C416
_TYPE_WORD = "|".join(TYPE_WORDS)
_WORDS_DATE = r"(?:1[89]|20)\d\d\. ?gada \d{1,2}\. ?\w+"
TYPE_LINE = re.compile(
    rf"^(?P<issuer>[{UPPER}][^.:;()\n“„\"]{{0,120}}? )??(?:{_WORDS_DATE} (?:(?:\w+ )?sēdes )?)?(?P<type>{_TYPE_WORD})"
    r"(?P<rest>\s*[(,]?\s*(?:(?:nr|n)\b\.?\s*:?\s*[^\s,;)]+.{0,90})?|\s+(?:[12]\d{3}\.? ?gada"
    r"|\d\d?\.\d\d?\.\d{4}).{0,90}|\t.{0,90})$",
    re.IGNORECASE)
MINUTES_LINE = re.compile(
    rf"^(?:[^\t\n]{{4,60}}\t(?=P))?(?P<issuer>[{UPPER}][^.:;()\n]{{0,140}} )?"
    r"(?:sēdes |sēžu |kopsēdes |sanāksmes |izraksts no [^\n]{0,80})?"
    r"protokol(?:s|a izraksts|a)(?P<rest>\s*(?:(?:nr|n)\b\.?.{0,60})?|\t.{0,60})$", re.IGNORECASE)
EXCERPT_LINE = re.compile(r"^(?:protokola )?izraksts\b(?: no\b.{0,120})?$", re.IGNORECASE)

_ROLES = (
    "priekšsēdētāj(?:s|a|as|i)", "piekšsēdētāj(?:s|a)", "vadītāj(?:s|a|i)", "prezident(?:s|e)", "ministr(?:s|e)",
    "sekretār(?:s|e)", "protokolist(?:s|e)", "protokolētāj(?:s|a)", "izpilddirektor(?:s|e)", "direktor(?:s|e)", "locekļi",
    "loceklis", "locekle", "mēr(?:s|e)", "vietniek(?:s)", "vietniece", "pilnvarnieks", "pilnvarniece", "tiesnes(?:is|e)",
    "senator(?:s|e)", "biedr(?:s|e)", "komisār(?:s|e)", "kanclers", "pārvaldniek(?:s)", "pārvaldniece",
    r"p\. ?i\.", r"v\. ?i\.", "pienākumu izpildītāj(?:s|a)", "vecāk(?:ais|ā)", "priekšniek(?:s)", "priekšniece", "revidents?e?",
    "jurists?e?", "lietved(?:is|e)",
    *(f"{stem}(?:a|as|es) vietā" for stem in (
        "priekšsēdētāj", "prezident", "ministr", "sekretār", "direktor", "vadītāj", "priekšniek")))
_ROLE = rf"(?i:{'|'.join(_ROLES)}|[1-3]\. ?(?:vietniek(?:s)|vietniece))"
_NAMES_ROLE = re.compile(words("", any_case(*_ROLES)))
_SIGN_NOTE = (r"(?:[(/\[] ?(?:personiskais |personisk|(?:droš\w+ )?elektronisk\w+ |e-)?parakst\w*\*?[^)\]/\n]{0,30} ?[)/\]]"
              r"|\(?par\w+stīts[^)\n]{0,40}\)?)")
_NOT_SIGNATURE = re.compile(
    r"^(?:Par|PAR|Atbild\w*|Kontrol\w+|Lēmum\w+|Ziņo\w*|Izsakās|Debatēs|Deputāt\w+|[A-ZĀ-Ž][a-zā-ž]{3,}[tī]) "
    r"|\b(?:atbild|nosaka|veic|informē|ziņo|lūdz|ierosina|aicina) ")
#: Role and name on one line.
SIGNATURE = re.compile(
    rf"^(?=.{{5,220}}$)(?:[{UPPER}][^\n\t:;\d]{{0,150}}?)?{_ROLE}(?P<more>[^\n\t.;\d]{{0,60}}?(?:p\. ?i\.|v\. ?i\.)?)"
    rf"[ \t,:|–-]*(?:{_SIGN_NOTE})?\*?[ \t|]*(?P<names>{NAME}(?:, {NAME})*)?[ \t|]*(?:{_SIGN_NOTE})?[ ,*|]*$")
ROLE_ONLY = re.compile(
    rf"^(?=.{{4,140}}$)(?:[{UPPER}][\w ,.–-]{{0,110}}?)?{_ROLE}(?: p\. ?i\.| pienākumu izpildītāj[sa]| vietniek[s]"
    rf"| vietniece)?[ ,:–-]*$", re.IGNORECASE)
ROLE_HEAD = re.compile(
    r"^(?:Domes|Sēdes vadītāj[sa],?|Pašvaldības|Komisijas|Padomes|Pašvaldības domes|Komitejas|Valdes"
    r"|(?:Sēdi vadīja|(?:Sēdi |Protokolu )?(?:[Pp]rotokolēja|rakstīja)):?) ?,?$")
#: The body's name alone, its office in the line below: `Pakalpojumu regulēšanas komisijas / padomes priekšsēdētāja`.
BODY_HEAD = re.compile(rf"^(?=.{{4,140}}$)[{UPPER}][\w “”„\"-]{{0,130}}?(?i:{GENITIVE}) ?,?$")
#: Who signed, by what was done: `Protokolēja: I. Ozola`.
LABELLED = re.compile(
    rf"^(?:Protokolēja|(?:Protokolu|Sēdi) (?:rakstīja|sagatavoja|vadīja|protokolēja|noformēja))[ \t:–-]+{NAME}$")
NAME_ONLY = re.compile(rf"^(?:{_SIGN_NOTE})?[ \t]*{NAME}[ \t]*(?:{_SIGN_NOTE})?\*?$")
SIGN_NOTE_ONLY = re.compile(rf"^{_SIGN_NOTE}\*?$", re.IGNORECASE)

APPEAL = re.compile(words(r"\b", any_case("pārsūdz(?:ēt|ams|ama|ēšan|īb)", "apstrīd(?:ēt|ams|ama|ēšan)")))
APPEAL_HEAD = re.compile(r"^(?:\*|Pārsūdzības|PĀRSŪDZĪB)")
ANNEX_LIST = re.compile(
    r"^(?:Pielikum(?:ā|i|s|os|umā)|PIELIKUM(?:Ā|I|S|OS))(?: Nr\. ?\d+)?(?:\s*[:–—]|\s+-\s|\s*\t|\s*$|\s+(?:uz|kopā)\b)"
    r"|^(?:Pielikumā|PIELIKUMĀ)\b"
    r"|^\d{1,2}\. ?pielikums(?:\s*[–—:-]|\b[^\n]{3,200}[ (]\d{1,3} ?(?:lpp?|lap\w{1,8})\b\.?\)?[.;]?$)")
ANNEX_HEAD = re.compile(
    r"^(?:(?P<number>\d{1,2})\. ?pielikums|pielikums(?: ?(?:Nr|N)\.? ?(?P<after>\d{1,3}))?)\s*\.?(?:$|\t"
    r"|\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w ]{3,80}(?:domes|padomes|pašvaldības|komisijas)$)"
    r"|\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ\d](?:[^.\n]|(?<=\d)\.){3,160}(?:lēmum|noteikum|rīkojum|nolikum|protokol)))",
    re.IGNORECASE)
STAMP = re.compile(r"^(?:APSTIPRINĀT[SIAO]|Apstiprināt[sia]|PRECIZĒT[SIA]|Precizēt[sia]|SASKAŅOT[SIA]"
    r"|Saskaņots)\b[:,]?(?: ar\b.*)?$|^apstiprināt[sia] ar\b")
DISTRIBUTION = re.compile(
    r"^(?:(?:Izsniegt|Nosūtīt|Izsūtīt|Izsūtāms|Izdruk[aā]s?|Izdrukāt[sa]?|Sagatavo(?:ja|ts)|Sagatavotāj[sa]|Iesniedz(?:a|ējs)?"
    r"|Izpildītāj[sa]|Izpildīt[aā]js|Noraksts|Norakstu|Norakstus|Kopija|Vizēja|Vīza|Saskaņots|Saņēma|Iepazin(?:os|ās)"
    r"|Izsniegt norakstus|Izsn\.|Sūtīt|Lieta|Elektroniski)[^\n:]{0,60}:"
    r"|(?:NORAKSTS|IZRAKSTS|KOPIJA) (?:PAREIZ[SA]|IR PAREIZ)|(?:Noraksts|Izraksts|Kopija) pareiz[sa]"
    rf"|[{UPPER}][^\n]{{1,60}}[ ,\t](?:tālr\.? ?|mob\.? ?)?(?:\+371 ?)?[2-9]\d{{3}} ?\d{{4}}\.?$|_{{5,}}$|tālr\.? ?[\d ]{{8,}}"
    r"|(?:\+371 ?)?[26]\d{7}$|\S+@\S+\.\S{2,6}$)")
SEPARATOR = re.compile(r"^[*_=─━═╌┄–—-]{3,}$|^(?:\* ?){2}\*$|^[(\[</]?(?:\. ?){1,30}\.[)\]>/]?$|^[(\[<]?…[)\]>]?$")
_BALLOT = "(?:, | )?(?:un )?(?:elektroniski |atklāti )?balsojot"
#: Each choice begins with a letter or a set of them, so that `re` passes over the rest quickly.
VOTE_START = re.compile(
    rf"[Aa](?:tklāti|izklāti){_BALLOT}|[Ss]lēgti{_BALLOT}|[Ee]lektroniski{_BALLOT}|[Vv]ārdiski{_BALLOT}"
    r"|[Bb](?<=\b[Bb])also(?:jot\b|ja|jums|jumam|juma|šan[aā]s? rezultāt)"
    r"|a(?<=\ba)r (?:\d+|[a-zāčēģīķļņšūž]+) bals(?:īm|i)\b|[Vv](?<=\b[Vv])ienbalsīgi\b|\d+ deputāt(?:iem|am) balsojot"
    r"|P(?<=\bP)AR ?[–:-] ?\d|[“„\"]\b[Pp]ar[”“\"]? ?[–-] ?\d+|[Pp](?<=\b[Pp])ar[”“\"]? ?[–-] ?\d+")
VOTE_PARAGRAPH = re.compile(
    r"^(?:Par (?:no)?balsoja?\b|(?:Lēmums )?[Pp]ieņemts vienbalsīgi|Vienbalsīgi ?\.?$|Balsošana ?:|Deputātu balsojum"
    r"|Par šād\w+ lēmum\w+ balso|(?:Balsojum|BALSOJUM)\w*\b|(?:No|no|NO)?(?:[Bb]also(?:ja|ts|ti)?|BALSO(?:JA|TS)?)\b|Balsojot\b"
    r"|(?:(?:Elektronisk|Atklāt|Aizklāt|Vārdisk)\w+ )?[Bb]alsošan\w+ rezultāt|Par lēmum\w+ balso"
    r"|Par (?:to|iesniegto|priekšlikumu)\b.{0,40}balso"
    r"|Lēmums pieņemts\b|Lēmums nav pieņemts|(?:Atklāti|Aizklāti|Elektroniski|Atklāti, elektroniski) balsojot"
    r"|(?:Par|PAR|Pret|PRET|Atturas|ATTURAS|Nebalso|NEBALSO) ?\(\d{1,3}\)|Deputāti balso|Notiek balsošana|Atklāta balsošana"
    r"|[“„\"](?:PAR|[Pp]ar)[”“\"] ?\d|[“„\"]?(?:PAR|Par)[”“\"]? ?[–:-] ?(?:\d|visi)"
    r"|[“„\"]?(?:PRET|Pret|ATTURAS|Atturas)[”“\"]? ?[–:-] ?(?:\d|nav))")
#: A vote behind the last sentence of a point, in its paragraph: `Cirst mežu. "Par" - 8, "pret" - 1, "atturas" - nav.`
VOTE_BEHIND = re.compile(
    r"(?<=[.;)”\"]) (?=(?:Balso(?:jums|ja|ts)?\b[^.\n]{0,40}[:–-] ?)?"
    rf"\(?[“„\"]?(?:PAR|[Pp]ar)[”“\"]? ?(?:[–:-]? ?\d|[–:-] ?{NAME})[^\n]{{0,400}}?\b(?:PRET|[Pp]ret)\b)")
#: A row of a vote's table: `12.<TAB>MELDERE Aija<TAB>PAR`.
VOTE_ROW = re.compile(
    r"^\d{1,3}\.?\)?\s.{3,90}[\t ](?:par|pret|attur\w+|nebalso\w*|nepiedal\w+|nav(?: klāt)?|klāt neesoš\w+)\.?$",
    re.IGNORECASE)
BASIS_PARAGRAPH = re.compile(
    r"^(?:[Pp]amatojoties|[Ss]askaņā ar|[Ņņ]emot vērā|[Ii]evērojot|[Aa]tbilstoši|[Aa]tbilstīgi|[Bb]alstoties"
    r"|[Ss]akarā ar|[Ii]zvērtējot|[Ii]zskatot"
    r"|[Ii]zdot[sia]\b|[Pp]ieņemt[sia] saskaņā|[Nn]oklausījusies|[Ii]zskatījusi|[Ll]ai nodrošinātu)")
BASIS_SENTENCE = re.compile(words(r"[.!?;] |^|\n", (
    "Pamatojoties", "Saskaņā ar", "Ņemot vērā", "Ievērojot", "Atbilstoši", "Balstoties", "Ievērojot minēto", "Tā kā",
    "Izvērtējot", "Izskatot")) + r"\b")
POINT = re.compile(rf"^(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*)(?:\.¹?|\))(?:\s*(?=[{UPPER}{LOWER}“„\"\[(])|\s+|$)")
TITLE = re.compile(
    r"^[“„\"]?(?:Par|PAR|Grozījum[si]|GROZĪJUM[SI]|Papildinājum[si]|Izmaiņas|Labojum[si]|Nolikums|NOLIKUMS|Noteikumi|NOTEIKUMI"
    r"|Saistošie noteikumi par|Kārtība|KĀRTĪBA|Lokālplānojum|Detālplānojum"
    r"|Teritorijas plānojum|Instrukcija|INSTRUKCIJA|Reglaments|Cenrādis)\b")
#: What older minutes print before an item's title: `KLAUSĪJĀS: Par zemes nomu`.
HEARD = re.compile(r"^(?:(?:no)?klaus(?:īj)?ās|izskat(?:īja|a)|(?:izskatāmais )?jautājums)\s*[:–-]\s*", re.IGNORECASE)
#: The number of a decision on a line of its own: `LĒMUMS Nr. 12`, also `Lēmums Nr. 12 (prot. Nr. 3, 4. §)`,
#: `Pieņemts lēmums Nr. 18.`, `Lēmuma numurs: 18`.
DECISION_NUMBER = re.compile(
    r"^[(\[]?(?:(?:[Pp]ieņemts|[Rr]eģistrēts|PIEŅEMTS) )?(?:LĒMUM[SA]|[Ll]ēmum(?:s|a|am))"
    r"(?: (?:ir )?(?:pieņemts|reģistrēts|piešķirts))?(?: ar)?[ :–-]{1,3}"
    r"(?:(?:Nr|nr|NR|N)\b|numur[sua]\b)\.?:? ?[^\s(]+?[)\]]?"
    r"(?: (?:ir )?pieņemts| pielikumā)?[)\]]?\.?(?:\s?\([Pp]rot[^()\n]{0,60}\))?$")
#: A heading that ends in the kind of rules it names: `Individuālo siltummezglu ierīkošanas noteikumi`, `Komisijas nolikums`.
RULES_TITLE = re.compile(
    r"^[A-ZĀČĒĢĪĶĻŅŠŪŽ](?!zdot)[^.:;\n]{2,300} (?:noteikumi|nolikums|kārtība|instrukcija|statūti|reglaments|programma|plāns"
    r"|cenrādis|plānojums|stratēģija|koncepcija)(?: [“„\"][^\n]{1,200})?$")
CLOSING = re.compile(
    r"^(?:Sēd[ie]s?|SĒD[IE]|Komitejas sēd[ie]|Domes sēd[ie]|Sanāksm[ie])\b[^\n]{0,60}\b(?:slē(?:dz|gta|dzu|gt)|beidz"
    r"|beigta|beidzas|pabeigta|noslē(?:dz|gta))|^Darba kārtība (?:ir )?izsmelta"
    r"|^Sēdes (?:slēgšana|beigas)", re.IGNORECASE)

LONGEST_MINUTES_LINE = 220
_OF_AN_ITEM = re.compile(r"[§¤]|\d\. ?p(?:\.|unkts)")


def excerpt_line(line: str, below: str) -> bool:
    """`PROTOKOLA IZRAKSTS`; `IZRAKSTS` with `no … sēdes protokola Nr. 5` on the line below."""
    said = line if "protokol" in line.lower() else below if below[:3].lower() == "no " else ""
    return bool(EXCERPT_LINE.match(line)) and "protokol" in said.lower()


def minutes_line(line: str, below: str) -> bool:
    """A head that says that minutes, or an excerpt of them, follow; not the protocol reference of a single decision."""
    found = MINUTES_LINE.match(line)
    if found:
        return "PROTOKOL" in line and not _OF_AN_ITEM.search(found["rest"] or "")
    return excerpt_line(line, below)


_LONGEST_TYPE_LINE = 220


def speaks_of_minutes(line: str) -> bool:
    """A quick look, before `MINUTES_LINE`."""
    return "rotokol" in line or "ROTOKOL" in line


def may_type(line: str) -> bool:
    """A quick look: whether the line can be the type line of a decision or order at all."""
    return len(line) <= _LONGEST_TYPE_LINE and (
        "ēmum" in line or "ĒMUM" in line or "īkojum" in line or "ĪKOJUM" in line)


_LONGEST_SIGNATURE = 220
_NEVER_SIGNS = frozenset(["", *"0123456789“„”\"•–-"])


def may_sign(line: str) -> bool:
    """A quick look: whether the line can be part of a signature at all; `p. i.` may end it, a sentence does not."""
    if line[:1] in _NEVER_SIGNS or len(line) > _LONGEST_SIGNATURE:
        return False
    return line[-1] not in ".;" or line.endswith("i.")


def role_only(line: str) -> bool:
    """An office and nothing else: `Domes priekšsēdētāja`."""
    return "\t" not in line and _NAMES_ROLE.search(line) is not None and ROLE_ONLY.match(line) is not None


def signature_line(text: str) -> bool:
    """A role in the nominative with a name (or its signing note) behind it, and nothing that makes a sentence of it."""
    if not text[:1].isupper() or _NOT_SIGNATURE.search(text):
        return False
    match = SIGNATURE.match(text) if _NAMES_ROLE.search(text) else None
    if not match:
        return LABELLED.match(text) is not None
    return bool(match["names"]) or "\t" in text or "parakst" in text or role_only(text)
