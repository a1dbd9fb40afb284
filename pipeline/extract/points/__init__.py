"""The points of a resolution. In: the zones that decide. Out: the tree as printed, each point with what it cites and orders.

`markers` reads numbers and letters at a line's start, `lines` cuts the zones into paragraphs and quotations, `outline`
makes the tree; `amounts`, `deadlines`, `actions` and `annex_citations` read one point's own words.
"""
