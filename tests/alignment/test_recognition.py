"""The language of a text, by its words."""

import pytest

from tests.conftest import TAGS
from workbench.alignment.recognition import recognised_language
from workbench.model.document import Document


@pytest.mark.parametrize("tag", ["en", *TAGS])
def test_each_version_of_the_statement_is_recognised(tag: str, statement: Document) -> None:
    """Eight languages."""
    assert recognised_language(statement.version(tag).segments()) == tag


@pytest.mark.parametrize("tag", ["en", *TAGS])
def test_no_segment_is_taken_for_another_language(tag: str, statement: Document) -> None:
    """Each by itself: most are recognised, none as another language."""
    found = [recognised_language([segment]) for segment in statement.version(tag).segments()]
    assert set(found) <= {tag, None}
    assert found.count(tag) >= 0.75 * len(found)


def test_uzbek_is_told_by_its_script() -> None:
    """The same words in Cyrillic letters are another version."""
    assert recognised_language(["Tomonlar hamkorlikni davom ettirishga kelishib oldilar."]) == "uz"
    assert recognised_language(["Томонлар ҳамкорликни давом эттиришга келишиб олдилар."]) == "uz-Cyrl"


@pytest.mark.parametrize(
    "text",
    [
        "Сторони домовилися розвивати співробітництво в галузі культури та науки.",
        "Taraflar kültür ve bilim alanında iş birliğini geliştirmeyi kararlaştırdılar.",
        "Les Parties sont convenues de développer la coopération culturelle et scientifique.",
        "Die Parteien vereinbarten, die kulturelle Zusammenarbeit weiter zu entwickeln.",
        "Талууд соёл, шинжлэх ухааны салбарт хамтран ажиллахаар тохиролцов.",
        "締約国は文化及び科学の分野における協力を発展させることに合意した。",
        "各方同意發展文化與科學領域的合作，並舉辦聯合展覽。",
        "تەرەپلەر مەدەنىيەت ساھەسىدە ھەمكارلىشىشقا كېلىشتى.",
        "IV. 2024",
        "",
    ],
)
def test_what_is_not_known_is_not_guessed(text: str) -> None:
    """Neighbours in script and kin, figures, nothing."""
    assert recognised_language([text]) is None
