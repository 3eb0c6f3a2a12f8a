"""Places by their texts, without their strings."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.editing.free_places import FreePlaces
from workbench.interchange.wording import key_number

TEXTS = ("Алты ел", "六国", "Олты давлат", "Six countries")
said = st.lists(st.lists(st.sampled_from(TEXTS), unique=True, max_size=2), max_size=12)


@given(said, st.lists(st.sampled_from((*TEXTS, "Бес ел")), max_size=20), st.data())
def test_each_text_takes_the_first_free_place(places: list[list[str]], asked: list[str], data: st.DataObject) -> None:
    """Two texts may lead to one place, and it is given once; those that an id has found are not given."""
    found = data.draw(st.sets(st.integers(0, max(0, len(places) - 1)))) if places else set()
    taken = bytearray(index in found for index in range(len(places)))
    free = FreePlaces(((at, text) for at, texts in enumerate(places) for text in texts), bytearray(taken))
    for text in asked:
        expected = next((at for at, texts in enumerate(places) if text in texts and not taken[at]), -1)
        assert free.take(key_number(text)) == expected
        if expected >= 0:
            taken[expected] = 1
