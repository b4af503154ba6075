"""Two common words in a row have a key of their own."""

from __future__ import annotations

from meetings.search.language.word_pairs import is_common, pair, pairs


def test_only_common_words_are_paired() -> None:
    assert [is_common(word) for word in ("det", "kommunerne", "aalborg", "motorvejsbro")] == [True, True, True, False]
    assert pairs(["det", "er", "motorvejsbro", "og", "det"]) == [pair("det", "er"), pair("og", "det")]
