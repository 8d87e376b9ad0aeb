import pytest

from gapcheck.assess.lexicon import ADULT, AGES, ages
from gapcheck.model.reading import Unreadable

CHILDREN = tuple(str(year) for year in range(18))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("under 18", CHILDREN),
        ("under 16", CHILDREN[:16]),
        ("under 1", ("0",)),
        ("under 21", CHILDREN),
        ("not over 15", CHILDREN[:16]),
        ("not over 0", ("0",)),
        ("not over 18", CHILDREN),
        ("16 to 17", ("16", "17")),
        ("13 to 13", ("13",)),
        ("16 to 20", ("16", "17")),
        ("0", ("0",)),
        ("17", ("17",)),
        ("16 or over", ("16", "17", ADULT)),
        ("0 or over", AGES),
        ("18 or over", (ADULT,)),
        ("over 15", ("16", "17", ADULT)),
        ("over 17", (ADULT,)),
        ("over 18", (ADULT,)),
        ("adult", (ADULT,)),
        ("any", AGES),
        ("  under 16 ", CHILDREN[:16]),
    ],
)
def test_a_phrase_stands_for_its_whole_years_and_for_all_adults(written: str, meant: tuple[str, ...]) -> None:
    assert ages(written) == meant


def test_the_ages_are_the_years_of_childhood_and_everybody_else() -> None:
    assert list(AGES) == [*CHILDREN, "adult"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "sixteen",
        "under",
        "under 0",
        "under -1",
        "under 16 years",
        "under  16",
        "Under 16",
        "17 to 16",
        "16-17",
        "18",
        "18 to 20",
        "over 19",
        "19 or over",
        "16.5",
        "adults",
        "under ١٦",
        "under " + "9" * 5000,
    ],
)
def test_a_phrase_that_says_no_age_is_refused_and_repeated_as_it_was_written(written: str) -> None:
    with pytest.raises(Unreadable) as refused:
        ages(written)
    assert refused.value.code == "age-not-readable"
    assert refused.value.facts == {"found": written}
