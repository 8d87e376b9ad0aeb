"""What libyaml says of a broken file, sorted into the mistakes that people make."""

from __future__ import annotations

CASES = {
    "found a tab character that violates indentation": "tab",
    "found character that cannot start any token": "character",
    "did not find expected alphabetic or numeric character": "character",
    "did not find expected comment or line break": "character",
    "found undefined tag handle": "character",
    "found unknown directive name": "character",
    "mapping values are not allowed in this context": "colon",
    "mapping values are not allowed here": "colon",
    "could not find expected ':'": "no-colon",
    "found unexpected end of stream": "quote",
    "found unexpected document indicator": "quote",
    "did not find expected ',' or '}'": "brace",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "item",
    "block sequence entries are not allowed in this context": "dash",
    "did not find expected node content": "value",
    "found unknown escape character": "backslash",
    "control characters are not allowed": "control",
    "did not find expected <document start>": "after-end",
}

_MAY_FOLLOW_A_QUOTE = frozenset({"indentation", "brace", "bracket"})


def syntax_case(problem: str, line: str, column: int) -> str:
    """Return the name of the mistake; `other` where only libyaml's own words are left.

    >>> syntax_case("mapping values are not allowed in this context", "en: The rule: it says", 13)
    'colon-in-text'
    """
    case = "version" if problem.startswith("%YAML") else CASES.get(problem, "other")
    before = line[: column - 1]
    if line[column - 1 : column] == "\t":
        return "tab"
    if (case == "colon" or (case == "brace" and line[column - 1 : column] == ":")) and ": " in before:
        return "colon-in-text"
    if case in _MAY_FOLLOW_A_QUOTE and before.rstrip().endswith(('"', "'")):
        return "after-quote"
    return case
