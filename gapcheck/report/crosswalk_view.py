"""Two instruments side by side, worded: for a table, for CSV and for JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gapcheck.coverage.relation import Relation
from gapcheck.model.provisions import Formality
from gapcheck.report.csv_text import csv_text
from gapcheck.report.messages import LANGUAGES, messages_in
from gapcheck.report.page import Page, Table
from gapcheck.report.view import instrument_name
from gapcheck.report.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gapcheck.assess.crosswalk import Match, Side
    from gapcheck.assess.lexicon import Lexicon
    from gapcheck.assess.requirement import Leeway
    from gapcheck.coverage.scope import Scope
    from gapcheck.model.books import TreatyBook
    from gapcheck.report.messages import Messages

FORMAT, VERSION = "gapcheck.crosswalk", 1
COLUMNS = ("paragraph", "relation", "counterpart", "more", "less", "differences")


@dataclass(frozen=True)
class CrosswalkView:
    """What is said of two instruments in one language."""

    one: TreatyBook
    other: TreatyBook
    matches: tuple[Match, ...]
    wording: Wording

    @property
    def messages(self) -> Messages:
        """What is said in the language."""
        return self.wording.messages

    def page(self, *, as_table: bool) -> Page:
        """Return the page: a row or a block for each pair, and how many paragraphs relate in which way."""
        say = self.messages.say
        names = {"one": instrument_name(self.one, self.messages), "other": instrument_name(self.other, self.messages)}
        page = Page(say("crosswalk", "title", **names))
        if as_table:
            heads = ("relation-column", "counterpart", "differences")
            columns = (say("check", "column-paragraph"), *(say("crosswalk", name) for name in heads))
            rows = ((self.row(match), self._comparison(match)) for match in self.matches)
            page.add("", table=Table(columns, tuple((*row[:3], ". ".join(said)) for row, said in rows)))
        else:
            for match in self.matches:
                paragraph, relation, counterpart, *_ = self.row(match)
                same = say("crosswalk", "no-difference") if match.relation is Relation.EQUAL else ""
                page.add(f"{paragraph} - {relation} {counterpart}", *(self._comparison(match) or [same]))
            alone = [self.row(match)[0] for match in self.matches if match.other is None]
            page.add(say("crosswalk", "alone"), *alone)
        counted = Counter(match.relation for match in self.matches)
        listed = ", ".join(f"{counted[how]} {say('crosswalk-relation', how.value)}" for how in Relation if counted[how])
        page.add(
            "", self.messages.count("crosswalk", "counts", len(self.matches), counts=listed), say("crosswalk", "legend")
        )
        return page

    def _comparison(self, match: Match) -> list[str]:
        """Return what each of a pair covers alone, and what else differs."""
        _, _, _, more, less, differences = self.row(match)
        said = [self.messages.say("crosswalk", "covers-alone", paragraph=match.one.id, what=more)] if more else []
        if less and match.other:
            said.append(self.messages.say("crosswalk", "covers-alone", paragraph=match.other.id, what=less))
        return [*said, differences] if differences else said

    def row(self, match: Match) -> tuple[str, ...]:
        """Return what is said of one pair."""
        relation = self.messages.say("crosswalk-relation", match.relation.value)
        if match.asserted:
            relation = self.messages.say("crosswalk", "asserted", relation=relation)
        return (
            f"{match.one.id.number} {self._heading(match.one)}",
            relation,
            f"{match.other.id.number} {self._heading(match.other)}" if match.other else "",
            "; ".join(self.said(match.one, match.more)),
            "; ".join(self.said(match.other, match.less)) if match.other else "",
            "; ".join(self.differences(match)),
        )

    def _heading(self, side: Side) -> str:
        own, article = side.paragraph.heading, side.article.heading
        return self.messages.text(own or article)

    def said(self, side: Side, scopes: Iterable[Scope]) -> list[str]:
        """Return what scopes of a paragraph are, act by act, besides what all of the paragraph is about."""
        requirement = side.requirement
        if requirement is None:
            return []
        first, *others = requirement.scopes
        shared = {axis: mask for axis, mask in first.masks.items() if all(o.masks.get(axis) == mask for o in others)}
        words = []
        for scope in scopes:
            acts = self.wording.acts(requirement.lead, scope.mask(requirement.lead))
            narrower = self.wording.scope(scope, shared, (requirement.lead,))
            words.append(f"{acts} ({narrower})" if narrower else acts)
        return words

    def differences(self, match: Match) -> list[str]:
        """Return what else differs: the duty, the options, and what the encoder asserts."""
        if match.asserted:
            return [self.messages.text(match.asserted.reason)]
        if match.other is None:
            return []
        said = []
        one, other = (self.messages.say("duty", side.paragraph.duty.value) for side in (match.one, match.other))
        if one != other:
            said.append(self.messages.say("crosswalk", "duty", one=one, other=other))
        for key, leeways in (("only-here", match.only_here), ("only-there", match.only_there)):
            if leeways:
                options = ", ".join(dict.fromkeys(self._option(leeway) for leeway in leeways))
                said.append(self.messages.say("crosswalk", key, options=options))
        return said

    def _option(self, leeway: Leeway) -> str:
        option, say = leeway.option, self.messages.say
        what = "; ".join(self.wording.scope(scope, {}) for scope in leeway.scopes)
        if option.needs is Formality.NOTHING:
            return f"{option.id}: {what}"
        return f"{option.id} ({say('crosswalk', f'needs-{option.needs.value}')}): {what}"


def crosswalk_csv(view: CrosswalkView) -> str:
    """Return the pairs as CSV (RFC 4180), one row a pair, safe to open in a spreadsheet."""
    rows = []
    for match in view.matches:
        _, relation, _, *rest = view.row(match)
        rows.append((str(match.one.id), relation, str(match.other.id) if match.other else "", *rest))
    return csv_text(COLUMNS, rows)


def crosswalk_json(one: TreatyBook, other: TreatyBook, matches: Sequence[Match], lexicon: Lexicon) -> str:
    """Return the pairs as JSON text, scopes spelled out to single terms as in an assessment."""
    views = [CrosswalkView(one, other, tuple(matches), Wording(lexicon, messages_in(name))) for name in LANGUAGES]
    data = {
        "format": FORMAT,
        "version": VERSION,
        "one": one.name,
        "other": other.name,
        "pairs": [_pair(match, views) for match in matches],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _pair(match: Match, views: list[CrosswalkView]) -> dict[str, Any]:
    rows = {view.messages.language: view.row(match) for view in views}
    return {
        "paragraph": str(match.one.id),
        "counterpart": str(match.other.id) if match.other else None,
        "relation": match.relation.value,
        "asserted": match.asserted is not None,
        "duty": match.one.paragraph.duty.value,
        "counterpart_duty": match.other.paragraph.duty.value if match.other else None,
        "more": [scope.spelled() for scope in match.more],
        "less": [scope.spelled() for scope in match.less],
        "only_here": [leeway.option.id for leeway in match.only_here],
        "only_there": [leeway.option.id for leeway in match.only_there],
        "text": {
            name: {"more": more, "less": less, "differences": differences}
            for name, (_, _, _, more, less, differences) in rows.items()
        },
    }
