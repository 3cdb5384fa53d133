"""Reads what scripts/deploy.sh prints as VALET does: keys and values, and one word for how it ended."""
import re


def read(output):
    """The keys of an output with their values, and how it ended as (key, status)."""
    found = {}
    for line in output.splitlines():
        key, sign, value = line.partition("=")
        if not sign or not re.fullmatch("[A-Z_]+", key):
            raise ValueError(f"a line that is for nobody: {line!r}")
        found.setdefault(key, []).append(value)
    ends = [(key, value) for key, values in found.items() if key.endswith("_STATUS") for value in values]
    if len(ends) != 1:
        raise ValueError(f"{len(ends)} ends in {output!r}")
    return found, ends[0]
