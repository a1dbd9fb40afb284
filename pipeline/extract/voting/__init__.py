"""The vote grammar: windows of text → tokens → what each side got → votes.

    windows   where in the text a vote may stand, by cheap marks
    words     the vocabulary, from data/words.tsv
    lexer     a window → tokens: labels, counts, brackets with names, dashes, names, other words
    figures   the count of a label, before or after it
    people    the names of a side: in brackets, after a colon, one a line, before the verb; who took no part and why
    sides     tokens → one `Told` for each side that is told of
    listing   one councillor a line, tables
    ballot    candidates and invalid papers of an election
    rounds    what was told → votes in order, method, total
    outcome   adopted or rejected, and the rule that says so
"""
