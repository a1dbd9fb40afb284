"""Annexes of a decision. In: the list under the resolution, the text behind the signature, the points. Out: one `Annex` each.

`listing` reads the list, `texts` cuts the annexes that follow in the same file; `extract.annexes` brings them together.
"""
