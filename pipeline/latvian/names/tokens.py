"""What a name is written with: the building blocks that finders of names share."""
from __future__ import annotations

#: Upper-case letters of Latvian and of the foreign names that Latvian papers print unchanged.
UPPER = "A-ZĀČĒĢĪĶĻŅŌŖŠŪŽÀ-ÖØ-ÞĄĆĘŁŃŚŹŻĖĮŲŐŰ"
LETTER = r"[^\W\d_]"
#: `J.`, `Dz. `, `Ģ.V.`, `A.-M.`: one to three initials; a surname follows.
INITIALS = rf"(?:[{UPPER}](?:[zž]|h)?\.[ -]?){{1,3}}"
#: A capitalised word, with hyphenated and apostrophised parts: `Saulkalne-Ozola`, `O'Nīls`, `LĀCE - SIETIŅA`.
WORD = rf"[{UPPER}](?:{LETTER}|['’](?=[^\W\d_]))*(?:[ ]?[-‐‑–][ ]?[{UPPER}]{LETTER}+)*"
#: The same without blanks round the hyphen: in running text ` – ` is a dash between two things. At least two letters.
PLAIN_WORD = rf"[{UPPER}](?:{LETTER}++|['’](?=[^\W\d_]))+(?:[-‐‑–][{UPPER}]{LETTER}++)*"
