import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.names import Name, search_key

ALLAWI = Name("Ayad Allawi", ar="إياد علاوي", ku="ئەیاد عەللاوی", variants=("Iyad Allaoui",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إياد", "اياد"),
        ("آل", "ال"),
        ("مصطفى", "مصطفي"),
        ("الکردستانی", "الكردستاني"),
        ("رؤساء", "روساء"),
        ("القائمة", "القايمه"),
        ("العِراقِيّة", "العراقيه"),
        ("العـــراق", "العراق"),
        ("گۆڕان", "كوران"),
        ("پارتی", "بارتي"),
        ("ڤیان", "فيان"),
        ("هێڵ", "هيل"),
        ("Da'wa", "Daʿwa"),
        ("Da‘wa", "dawa"),
        ("Barzanî", "BARZANI"),
        ("Erdoğan", "erdogan"),
        ("State-of-Law", "state of  law"),
    ],
)
def test_spellings_of_one_word_have_the_same_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize("pair", [("مالكي", "مالك"), ("Sunni", "Sunna"), ("بدر", "بد")])
def test_different_words_keep_different_keys(pair: tuple[str, str]) -> None:
    assert search_key(pair[0]) != search_key(pair[1])


@pytest.mark.parametrize(
    "query",
    [
        "allawi",
        "ALLAWI ayad",
        "alla",
        "علاوي",
        "اياد علاوی",
        "عەللاوی",
        "allaoui",
        "",
        " ",
    ],
)
def test_a_name_is_found_by_words_in_any_script_and_order(query: str) -> None:
    assert ALLAWI.matches(query)


@pytest.mark.parametrize("query", ["maliki", "ayad maliki", "المالكي", "allawiayad"])
def test_a_name_is_not_found_by_what_it_does_not_contain(query: str) -> None:
    assert not ALLAWI.matches(query)


def test_a_name_without_a_short_form_is_labelled_in_full() -> None:
    assert Name("State of Law").label == "State of Law"
    assert Name("Kurdistan Alliance", short="Kurdistan").label == "Kurdistan"


@given(st.text())
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(st.text(min_size=1))
def test_every_name_is_found_by_itself(text: str) -> None:
    assert Name(text).matches(text)


def test_a_name_spelled_without_a_long_vowel_is_still_resembled() -> None:
    barzani = Name("Masoud Barzani", ar="مسعود بارزاني")
    assert barzani.resembles("برزاني")
    assert not barzani.matches("برزاني")
    assert not barzani.resembles("طالباني")
    assert not barzani.resembles("ب")
    assert not barzani.resembles("Barzani")
