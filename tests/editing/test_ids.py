"""Ids of units, found without their strings."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.editing.ids import Ids
from workbench.interchange.wording import Keys

said = st.lists(st.sampled_from(("Алты ел", "六国", "Олты давлат", "Six countries", "")), max_size=40)


@given(said)
def test_every_id_that_was_given_finds_its_text(texts: list[str]) -> None:
    """Also the later ones of a text that stands there often."""
    keys, ids = Keys(), Ids(texts, len(texts))
    assert [ids.find(keys.key(text)) for text in texts] == list(range(len(texts)))


@given(said, st.text(max_size=20))
def test_other_ids_find_nothing(texts: list[str], key: str) -> None:
    """An occurrence too many, an id in capitals, with zeros, of another program."""
    keys, ids = Keys(), Ids(texts, len(texts))
    for text in texts:
        keys.key(text)
    later = [keys.key(text) for text in set(texts)]
    spoilt = [
        form for one in later for form in (one[:16] + "-0", one[:16] + "-01", one[:16] + "-", one[:16], f" {one}")
    ]
    assert {ids.find(each) for each in (*later, *spoilt, key)} <= {-1}


def test_an_id_is_written_in_small_letters() -> None:
    """What another program wrote in capitals is another id."""
    key, ids = Keys().key("Алты ел"), Ids(("Алты ел",), 1)
    assert (ids.find(key), ids.find(key.upper())) == (0, -1)
