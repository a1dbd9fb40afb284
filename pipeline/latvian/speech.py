"""How minutes open a line that says who speaks: `Ziņo: A. Ozols`, `Izsakās: …`, `Debatēs piedalās …`."""
from __future__ import annotations

import re

SPEAKER_WORDS = ("Ziņo", "ziņo", "ZIŅO", "Ziņotāj", "ziņotāj", "Referē", "Runā", "Izsakās", "Izteicās", "Debatēs", "Debates",
                 "Jautā", "Atbild", "Uzstājas", "Piedalās", "Izskata", "Papildina", "Komentē", "Precizē", "Priekšlikum")
_CAPITALS = dict.fromkeys(word.upper() for word in SPEAKER_WORDS)
SPEAKER = re.compile(
    rf"^[(/\[]? ?(?:(?:{'|'.join(SPEAKER_WORDS)})(?:s|a|ja|jumi|i)?|(?:{'|'.join(_CAPITALS)})(?:S|A|JA|JUMI|I)?)\b")
