"""name-missing."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from workbench.checks.finding import Finding
from workbench.model.document import Document


def beyond_the_english(found: list[Finding]) -> list[tuple[str | None, str]]:
    """Return version and words of the findings that are not the English text's own."""
    return [(one.version, one.location.words) for one in found if one.version != "en"]


@pytest.mark.parametrize(
    ("tag", "old", "name"),
    [
        ("kk", ", Тәжікстан Республикасының Сыртқы істер министрі Сироджиддин Мухриддин", "Сироджиддин Мухриддин"),
        ("zh", "，塔吉克斯坦共和国外交部长穆赫里丁", "穆赫里丁"),
        ("tk", ", Täjigistan Respublikasynyň daşary işler ministri Sirojiddin Muhriddin", "Sirojiddin Muhriddin"),
    ],
)
def test_a_dropped_minister_is_found_with_his_state(
    statement: Document, run: Run, tag: str, old: str, name: str
) -> None:
    """Dropping him makes two findings, for the person and for the state."""
    found = beyond_the_english(list(run(changed(statement, tag, (old, "")), "name-missing")))
    assert len(found) == 2
    assert (tag, name) in found


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("uz", "Baxtiyor Saidov", "vazir"),
        ("ru", "Мурат Нуртлеу", "названный министр"),
        ("tg", "Рашид Мередов", "вазир"),
        ("ky", "Жээнбек Кулубаев", "министр"),
    ],
)
def test_a_person_who_is_not_named_is_found(statement: Document, run: Run, tag: str, old: str, new: str) -> None:
    """The finding suggests the name as the glossary writes it."""
    assert beyond_the_english(list(run(changed(statement, tag, (old, new)), "name-missing"))) == [(tag, old)]


def test_a_surname_alone_names_a_person(statement: Document, run: Run) -> None:
    """Official texts may leave the given name out."""
    wrong = changed(statement, "ru", ("Сироджиддин Мухриддин", "Мухриддин"))
    assert beyond_the_english(list(run(wrong, "name-missing"))) == []


def test_a_state_may_be_named_by_its_adjective(run: Run) -> None:
    """«Китайская сторона» names China."""
    document = made_of(
        {"en": "China is willing.", "ru": "Китайская сторона готова.", "kk": "Қытай ниетті.", "zh": "中方愿意。"}
    )
    assert list(run(document, "name-missing")) == []


def test_a_state_that_the_paragraph_names_is_not_missed(run: Run) -> None:
    """A sentence may say “it” when the one before it has named the state."""
    document = made_of(
        {
            "en": "China welcomes the concept.\nChina is willing to cooperate.",
            "ru": "Китай приветствует концепцию.\nКитай готов сотрудничать.",
            "kk": "Қытай тұжырымдаманы құптайды.\nОл ынтымақтасуға ниетті.",
        }
    )
    assert list(run(document, "name-missing")) == []


def test_a_state_that_no_sentence_of_the_paragraph_names_is_missed(run: Run) -> None:
    """“Our country” is not enough where the others say who."""
    document = made_of({"en": "Kazakhstan agreed.", "ru": "Казахстан согласился.", "kk": "Біздің ел келісті."})
    (found,) = run(document, "name-missing")
    assert (found.version, found.suggestion) == ("kk", "Қазақстан Республикасы")


def test_without_a_majority_no_version_is_named(run: Run) -> None:
    """Of two versions the one may have a name too few, or the other one too many."""
    document = made_of({"en": "Wang Yi opened the meeting.", "kk": "Министр кездесуді ашты."})
    (found,) = run(document, "name-missing")
    assert (found.version, found.location.words) == (None, "Wang Yi")


def test_a_name_in_one_version_alone_is_not_asked_of_the_others(run: Run) -> None:
    """The minority is not the measure."""
    document = made_of({"en": "Wang Yi spoke.", "kk": "Министр сөз сөйледі.", "ru": "Министр выступил."})
    assert [one for one in run(document, "name-missing") if one.version] == []


GERMANY = {
    "en": "The ministers met the envoy of Germany.",
    "zh": "部长们会见了德国大使。",
    "ru": "Министры встретились с послом Германии.",
    "kk": "Министрлер Германияның елшісімен кездесті.",
    "ky": "Министрлер Германиянын элчиси менен жолугушту.",
    "tg": "Вазирон бо сафири Германия мулоқот карданд.",
    "tk": "Ministrler Germaniýanyň ilçisi bilen duşuşdylar.",
    "uz": "Vazirlar Germaniya elchisi bilan uchrashdi.",
}
NOBODY = {
    "en": "The ministers met the envoy.",
    "zh": "部长们会见了大使。",
    "ru": "Министры встретились с послом.",
    "kk": "Министрлер елшімен кездесті.",
    "ky": "Министрлер элчи менен жолугушту.",
    "tg": "Вазирон бо сафир мулоқот карданд.",
    "tk": "Ministrler ilçi bilen duşuşdylar.",
    "uz": "Vazirlar elchi bilan uchrashdi.",
}


@pytest.mark.parametrize("tag", GERMANY)
def test_a_state_that_no_glossary_lists_is_missed(run: Run, tag: str) -> None:
    """The version that leaves Germany out is named; nothing is suggested, as CLDR prescribes no name."""
    (found,) = run(made_of(GERMANY | {tag: NOBODY[tag]}), "name-missing")
    assert (found.version, found.suggestion) == (tag, None)
    assert len(found.related) == 7


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The ministers met the German envoy."),
        ("ru", "Министры встретились с немецким послом."),
        ("zh", "中德外长会晤。"),
    ],
)
def test_an_adjective_of_a_state_is_enough(run: Run, tag: str, text: str) -> None:
    """The German envoy is the envoy of Germany."""
    assert run(made_of(GERMANY | {tag: text}), "name-missing") == ()


def test_a_word_that_looks_like_a_state_in_one_version_is_nothing(run: Run) -> None:
    """Russian Того at the head of a sentence is no Togo."""
    texts = {"en": "What was wanted was reached.", "ru": "Того, чего хотели, достигли.", "kk": "Қалағанына жетті."}
    assert run(made_of(texts), "name-missing") == ()


def test_a_word_made_of_a_states_name_names_it(run: Run) -> None:
    """Chinese, китайский and қытайлық say China."""
    versions = {"en": "Chinese companies came.", "ru": "Прибыли компании Китая.", "kk": "Қытайлық компаниялар келді."}
    assert list(run(made_of(versions), "name-missing")) == []


def test_a_currency_names_no_state(run: Run) -> None:
    """$ is as good as dollars of the US."""
    document = made_of(
        {
            "en": "The sides agreed on $1.5 billion.",
            "ru": "Стороны согласовали 1,5 млрд долларов США.",
            "kk": "Тараптар 1,5 млрд АҚШ доллары туралы келісті.",
            "tg": "Ҷонибҳо дар бораи 1,5 миллиард доллари ИМА мувофиқат карданд.",
            "uz": "Tomonlar 1,5 milliard AQSH dollari toʻgʻrisida kelishdilar.",
        }
    )
    assert list(run(document, "name-missing")) == []
