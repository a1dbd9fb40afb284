"""What a name is written with: the building blocks that finders of names share."""
from __future__ import annotations

#: Upper-case letters of Latvian and of the foreign names that Latvian papers print unchanged.
UPPER = "A-ZĀČĒĢĪĶĻŅŌŖŠŪŽÀ-ÖØ-ÞĄĆĘŁŃŚŹŻĖĮŲŐŰ"
LETTER = r"[^\W\d_]"
#: Letters of the Latin script, inside a class: `re` tells them twice as fast as `LETTER`.
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
#: What follows the capital of an initial.
INITIAL_REST = r"(?:[zž]|h)?\.[ -]?"
#: `J.`, `Dz. `, `Ģ.V.`, `A.-M.`: one to three initials; a surname follows.
INITIALS = rf"(?:[{UPPER}]{INITIAL_REST}){{1,3}}"
#: A capitalised word, with hyphenated and apostrophised parts: `Saulkalne-Ozola`, `O'Nīls`, `LĀCE - SIETIŅA`.
WORD = rf"[{UPPER}](?:{LETTER}|['’](?=[^\W\d_]))*(?:[ ]?[-‐‑–][ ]?[{UPPER}]{LETTER}+)*"
#: What follows the capital of a plain word.
PLAIN_REST = rf"(?:{LETTER}++|['’](?=[^\W\d_]))+(?:[-‐‑–][{UPPER}]{LETTER}++)*"
#: The same without blanks round the hyphen: in running text ` – ` is a dash between two things. At least two letters.
PLAIN_WORD = rf"[{UPPER}]{PLAIN_REST}"
