"""What micro.py times: name, what is done once, the statement. A table for each subject."""

from . import containers, core, library, numbers, text
from .setups import WORDS


def joined(cases):
    """The lines of a table: where a line has no bar, it goes on."""
    lines = []
    for line in cases.strip().split("\n"):
        if "|" in line and line.split("|")[0].split(".")[0].isalnum() and "." in line.split("|")[0]:
            lines.append(line)
        else:
            lines[-1] += "\n" + line
    return lines


def table(cases, setup):
    for entry in joined(cases):
        name, _, statement = entry.partition("|")
        own = next((own for start, own in text.SETUPS.items() if name.startswith(start)), setup)
        yield name, own, statement


MICRO = [
    *table(text.TEXT, WORDS),
    *table(text.BYTES, WORDS),
    *table(containers.CASES, containers.SETUP),
    *table(numbers.CASES, numbers.SETUP),
    *table(library.CASES, library.SETUP),
    *table(core.CASES, core.SETUP),
]
