from gapcheck.report.number_lists import number_list

EVERY = ["7", "8.1", "8.2", "9", "10", "12", "14.1.a", "14.1.b", "14bis", "100"]


def test_numbers_of_which_an_article_has_more_stand_alone() -> None:
    assert number_list(["8.1", "14.1.b"], EVERY) == "8.1, 14.1.b"


def test_whole_articles_are_said_as_such_and_neighbours_as_ranges() -> None:
    assert number_list(EVERY, EVERY) == "7-10, 12, 14, 14bis, 100"


def test_a_range_is_broken_by_an_article_that_is_wanted_in_part() -> None:
    assert number_list(["7", "8.1", "9", "10"], EVERY) == "7, 8.1, 9-10"


def test_a_lawyer_reads_ten_after_nine() -> None:
    assert number_list(["100", "10", "9"], EVERY) == "9-10, 100"


def test_nothing_is_nothing() -> None:
    assert number_list([], EVERY) == ""
