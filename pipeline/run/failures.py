"""Why an input file gave no record: the readers' table, and what only a run can notice. docs/FAILURES.md explains each."""
from __future__ import annotations

from pipeline.read.failures import FAILURES, Failure

RUN_FAILURES: dict[str, Failure] = {
    "permission": Failure("You may not read this file or folder.", "Change its permissions (`chmod u+r`), then run again."),
    "missing": Failure("The file went away during the run, or the link leads nowhere.", "Put it back, or remove the link."),
    "not_a_file": Failure("A device, pipe or socket, not a file.", "Take it out of the input folder."),
    "read_error": Failure("The disk or network gave an error while the file was read.", "Check the disk, then run again."),
    "timeout": Failure("The document took longer than the time limit.", "Raise it with `--time-limit`, or split the file."),
    "memory": Failure("The document needed more memory than the limit.", "Raise it with `--memory-limit`, or split the file."),
    "crashed": Failure("The process that read the document died.",
                       "The file may be damaged: open it in its own program and save it again. Please report it."),
    "internal": Failure("lemumi has a bug that this document shows.", "Please report it with the message."),
    "invalid_record": Failure("The record made from this document breaks the schema, so it was not written.",
                              "Please report it with the message."),
    "not_latvian": Failure("The text is not Latvian.", "Translate nothing: keep such documents out of the input folder."),
    "no_decision": Failure("Latvian text in which nothing decides: no operative word, vote, or number with an institution.",
                           "If it is a decision, please report the form."),
}
#: These say what a document is, not that something went wrong: the run's exit code stays 0.
NO_DECISION = frozenset({"no_decision", "not_latvian"})

ALL_FAILURES: dict[str, Failure] = {**FAILURES, **RUN_FAILURES}


def advice(code: str) -> str:
    """What the user can do about a failure."""
    row = ALL_FAILURES.get(code)
    return row.do if row else ""
