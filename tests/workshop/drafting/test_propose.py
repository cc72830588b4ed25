"""Proposals from sentences: what is found, how it is asked for, and what is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.packs.evidence import claims_of, stands_in
from game.workshop.drafting.propose import draft
from tests.examples import examples


def asked(text: str, language: str = "en") -> dict[str, str]:
    """The question of each answer that is proposed of a paragraph."""
    return {
        one.sentence[q.start : q.end]: q.ask
        for one in draft([text], language).proposals
        for q in one.asked
    }


@pytest.mark.parametrize(
    ("sentence", "answer", "question"),
    [
        (
            "In 2004, two countries signed an agreement about the lake.",
            "2004",
            "In which year did two countries sign an agreement about the lake?",
        ),
        (
            "The bridge was opened on 4 May 1932.",
            "4 May 1932",
            "On which day was the bridge opened?",
        ),
        (
            "The lake covers an area of 371,000 square kilometres.",
            "371,000 square kilometres",
            "What area does the lake cover?",
        ),
        (
            "The river is 3,530 kilometres long.",
            "3,530 kilometres",
            "How long is the river?",
        ),
        (
            "The town has more than 40 bridges.",
            "40",
            "How many bridges does the town have?",
        ),
        (
            "Only three of the ten mills are working.",
            "three",
            "How many of the ten mills are working?",
        ),
        (
            "Marie Curie became the first woman to win a Nobel Prize.",
            "Marie Curie",
            "Who became the first woman to win a Nobel Prize?",
        ),
        (
            "The town was founded by Peter Stone in 1703.",
            "Peter Stone",
            "By whom was the town founded in 1703?",
        ),
        (
            "The capital of the region is Aktau.",
            "Aktau",
            "What is the capital of the region?",
        ),
        (
            "The harbour closed because the water had gone.",
            "because the water had gone",
            "Why did the harbour close?",
        ),
        (
            "The ships burned oil instead of coal.",
            "coal",
            "Instead of what did the ships burn oil?",
        ),
        (
            "After the war, the mill was leased to the town until 1960.",
            "1960",
            "Until which year was the mill leased to the town after the war?",
        ),
    ],
)
def test_an_answer_gets_the_question_that_fits_its_sentence(
    sentence: str, answer: str, question: str
) -> None:
    assert asked(sentence)[answer] == question


def test_what_is_said_in_passing_is_a_fact_of_its_own() -> None:
    found = [
        one.sentence
        for one in draft(
            ["Anna Stone, who flew in 1991, and her crew visited Aktau, the largest port there."]
        ).proposals
    ]
    assert "Anna Stone flew in 1991." in found


def test_a_pronoun_is_read_as_the_subject_before_it_and_said_so() -> None:
    made = draft(["Aktau is a port in the west. It was founded in 1961."]).proposals[-1]
    assert made.sentence == "Aktau was founded in 1961."
    assert made.doubts[0] == "“It” was read as “Aktau”: is that right?"


def test_a_pronoun_that_stands_for_nothing_is_left_out() -> None:
    made = draft(["It was founded in 1961."])
    assert not made.proposals
    assert "does not name plainly" in made.left_out[0].reason


def test_a_quotation_with_a_plain_speaker_is_a_claim() -> None:
    (made,) = draft(["“The lake is falling every year,” Anna Stone said."]).proposals
    assert (made.by, made.sentence) == ("Anna Stone", "The lake is falling every year.")
    assert not made.asked


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("“We saw 40 ships that day,” Anna Stone said.", "it is said of “we” or “I”"),
        ("“The lake fell by 3 metres,” he said.", "it is not plain who"),
        ("About the lake", "heading"),
        ("How deep is the lake in 1961?", "it asks"),
        ("The lake is a magnificent and truly beautiful place.", "judges rather than tells"),
        ("The people there like to walk in the evening.", "no rule here"),
    ],
)
def test_what_is_left_out_has_its_reason(sentence: str, reason: str) -> None:
    made = draft([sentence])
    assert not made.proposals
    assert reason in made.left_out[0].reason


@pytest.mark.parametrize(
    ("sentence", "language", "answers"),
    [
        ("Город основан 2 июня 1955 года, в нём 76 500 жителей.", "ru",
         ["2 июня 1955 года", "76 500"]),
        ("Гагарин 1961 жылғы 12 сәуірде ұшты.", "kk", ["1961 жылғы 12 сәуір"]),
        ("В 1957 году запущен первый спутник.", "ru", ["1957"]),
    ],
)  # fmt: skip
def test_years_dates_and_numbers_are_found_in_russian_and_kazakh(
    sentence: str, language: str, answers: list[str]
) -> None:
    assert list(asked(sentence, language)) == answers


@pytest.mark.parametrize(
    ("sentence", "language", "question"),
    [
        ("В 1957 году полетел первый спутник.", "ru", "В каком году полетел первый спутник?"),
        ("Аренда продлена до 2050 года.", "ru", "До какого года продлена аренда?"),
        ("Первый полёт начался 3 мая 1994 года.", "ru", "Когда начался первый полёт?"),
        (
            "Первое описание вулкана составил Владимир Атласов в 1697 году.",
            "ru",
            "В каком году первое описание вулкана составил Владимир Атласов?",
        ),
        ("Гагарин родился в 1934 году.", "ru", "Гагарин родился. В каком году?"),
        ("Анна дважды летала в 1934 году.", "ru", "Анна дважды летала. В каком году?"),
        ("Здание театра построено в 1965 году.", "ru", "В каком году построено здание театра?"),
        ("Её построили в 1971 году.", "ru", "В каком году её построили?"),
        ("12 апреля 1961 года Гагарин был в космосе.", "ru", "Когда Гагарин был в космосе?"),
        (
            "Город основали в 1955 году у реки.",
            "ru",
            "В каком году город основали у реки?",
        ),
        (
            "Первым поднялся Гаусс в 1788 году, у него не было проводника.",
            "ru",
            "Какой год пропущен: «Первым поднялся Гаусс в ___ году, у него не было проводника»?",
        ),
        ("Гагарин 1961 жылғы 12 сәуірде ұшты.", "kk", "Гагарин қашан ұшты?"),
        ("1957 жылы бірінші серік ұшырылды.", "kk", "Қай жылы бірінші серік ұшырылды?"),
    ],
)
def test_a_time_in_russian_and_kazakh_is_asked_for_in_its_place(
    sentence: str, language: str, question: str
) -> None:
    assert list(asked(sentence, language).values()) == [question]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Опубликовано 12 апреля 2023 года.", "ru"),
        ("Published on Monday, 3 March 2024.", "en"),
        ("2023 жылғы 12 сәуірде жарияланды.", "kk"),
    ],
)
def test_the_day_of_the_article_is_no_fact(line: str, language: str) -> None:
    made = draft([line], language)
    assert not made.proposals
    assert "when the article was published" in made.left_out[0].reason


def test_every_sentence_is_proposed_or_left_out() -> None:
    text = "The mill was built in 1901. It is old. Nobody knows it. The lake is 12 km long."
    made = draft([text])
    told = {one.sentence for one in made.left_out}
    assert made.sentences == 4
    assert {"Nobody knows it."} <= told


NAMES = st.sampled_from(["Aktau", "Anna Stone", "The lake", "It", "The town of Aral", "R-7"])
VERBS = st.sampled_from(["was founded", "has", "covers", "launched", "is", "sold", "who won"])
FIGURES = st.one_of(
    st.integers(1, 9_999).map(str),
    st.integers(1000, 2199).map(lambda year: f"in {year}"),
    st.integers(1_000, 9_999_999).map(lambda n: f"{n:,} square kilometres"),
    st.tuples(st.integers(1, 28), st.integers(1900, 2100)).map(
        lambda pair: f"on {pair[0]} May {pair[1]}"
    ),
    st.sampled_from(["three ships", "12.5 %", "€1.3 billion", "the 70th time", "1955-60", "No. 4"]),
)
JOINTS = st.sampled_from([" ", ", ", ", and ", "; ", " until ", " of ", ": ", ", which has "])
SENTENCES = st.lists(st.tuples(NAMES, VERBS, FIGURES, JOINTS), min_size=1, max_size=4).map(
    lambda parts: "".join(f"{a} {b} {c}{d}" for a, b, c, d in parts).rstrip(" ,;:") + "."
)


@examples(300)
@given(st.lists(st.one_of(SENTENCES, st.text(max_size=120)), min_size=1, max_size=4))
def test_every_figure_of_a_proposal_stands_in_its_paragraph(paragraphs: list[str]) -> None:
    for one in draft(paragraphs).proposals:
        here = stands_in(paragraphs[one.paragraph - 1])
        digits = set(re.findall(r"\d+", paragraphs[one.paragraph - 1]))
        for text in (one.sentence, *(q.ask for q in one.asked)):
            assert set(re.findall(r"\d+", text)) <= digits
            for claim in claims_of(text, frozenset()):
                assert claim.name or claim.stands(here), claim


@examples(150)
@given(st.text(max_size=400), st.sampled_from(["en", "ru", "kk", "de"]))
def test_any_text_ends_in_proposals_and_reasons(text: str, language: str) -> None:
    made = draft(text.split("\n"), language)
    for one in made.proposals:
        ends = [place for q in one.asked for place in (q.start, q.end)]
        assert ends == sorted(ends) and all(0 <= end <= len(one.sentence) for end in ends)


def doubts(text: str, language: str = "en") -> str:
    return " ".join(doubt for one in draft([text], language).proposals for doubt in one.doubts)


@pytest.mark.parametrize(
    ("text", "answer", "question"),
    [
        (
            "In 1554, two merchants, Amir and Basil, opened the first inn of the town.",
            "two",
            "In 1554, how many merchants opened the first inn of the town?",
        ),
        (
            "In 1554, two merchants, Amir and Basil, opened the first inn of the town.",
            "1554",
            "In which year did two merchants open the first inn of the town?",
        ),
        (
            "Black tea has 4 per cent of caffeine.",
            "4 per cent",
            "What percentage of caffeine does black tea have?",
        ),
        (
            "Odile Zanetti of Turin patented the first loom on 16 May 1884.",
            "Odile Zanetti of Turin",
            "Who or what patented the first loom on 16 May 1884?",
        ),
        (
            "Tobacco came to the New World in 1723. Most tobacco is smoked.",
            "1723",
            "In which year did tobacco come to the New World?",
        ),
        (
            "Tobacco came to the New World in 1723. The isle of Tobacco is small.",
            "1723",
            "In which year did Tobacco come to the New World?",
        ),
    ],
)
def test_a_question_reads_as_one_would_ask_it(text: str, answer: str, question: str) -> None:
    assert asked(f"{text} Most people like black tea.")[answer] == question


def test_one_of_several_names_is_not_asked_for() -> None:
    several = "The Vitim, the Olyokma and the Aldan are its largest tributaries."
    assert not asked(several)
    by = "The bridge was built in 1901 by Ada Byrd, Peter Stone and Marie Curie."
    assert list(asked(by)) == ["1901"]
    one = "Ada Byrd, a pilot and a poet, became the first woman to fly there."
    assert "Ada Byrd" in asked(one)


def test_what_bears_a_name_and_was_founded_is_nobody() -> None:
    (made,) = draft(["The Lena Delta Nature Reserve was founded in 1985."]).proposals
    what, when = made.asked
    assert (what.ask, what.type) == ("What was founded in 1985?", "place")
    assert when.ask == "In which year was the Lena Delta Nature Reserve founded?"
    river = asked("The Lena is the longest river of Russia.")
    assert river["The Lena"] == "What is the longest river of Russia?"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Vilyuy is its longest tributary, and 40 ships sail there.", "“its”"),
        ("The Ob has 40 islands, because they were not washed away.", "“they”"),
        ("Forty sailors saw his ship in 1901.", "“his”"),
    ],
)
def test_a_pronoun_anywhere_that_the_subject_does_not_explain_has_a_doubt(
    text: str, word: str
) -> None:
    assert word in doubts(text)


def test_a_pronoun_that_the_subject_explains_has_none() -> None:
    assert "stand alone" not in doubts("UNESCO put the bridge on its list in 2012.")


def test_some_of_them_is_left_out() -> None:
    made = draft(["Some of them are 220 metres high."])
    assert not made.proposals
    assert "“them” stands for something" in made.left_out[0].reason


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The old mill was built in 1901.", "Old mill"),
        ("The port of Mora on the coast of the isle was opened in 1901.", "Port of Mora"),
        ("The bridge over the river Ob, which is old, has 40 arches.", "Bridge"),
        ("Anna Stone brought coffee to the town in 1727.", "Anna Stone"),
        ("Two mills were built in 1901.", ""),
        ("Marie Curie became the first woman to win a Nobel Prize.", ""),
        ("Its area is 40 km.", ""),
        ("The mill was built in 1901. The mill was closed in 1956.", ""),
    ],
)
def test_a_label_is_the_subject_where_that_gives_nothing_away(text: str, label: str) -> None:
    assert {one.label for one in draft([text]).proposals} <= {label}


def test_a_share_is_not_asked_for_where_its_whole_is_left_behind() -> None:
    text = "Red tea has 2.7 per cent of caffeine, twice as much as Baikal, which has 1.5 per cent."
    assert not any(answer.startswith("1.5") for answer in asked(text))


def test_years_later_is_no_subject_and_needs_the_sentence_before() -> None:
    text = "Fifty years later there were about 19 million trees on the island."
    assert "gap" in asked(text)["19 million"]
    assert "Fifty years later" in doubts(text)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("The league has 42 paying members.", "How many members there are changes"),
        (
            "Barley grows best between 1,000 and 2,000 metres, while rye can be grown lower.",
            "cut from a contrast (“while”)",
        ),
    ],
)
def test_what_may_not_be_true_as_it_stands_has_a_doubt(text: str, doubt: str) -> None:
    assert doubt in doubts(text)


def test_a_count_that_changes_is_dated() -> None:
    assert [one.dated for one in draft(["The league has 42 paying members."]).proposals] == [True]
    assert [one.dated for one in draft(["The spider has 8 long legs."]).proposals] == [False]


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Она приносит около 80 процентов воды.", "ru", "Она"),
        ("Его площадь — 16 километров.", "ru", "Его"),
        ("В нём живут 20 видов рыб.", "ru", "В нём"),
        ("После этого в 1970 году построили мост.", "ru", "После этого"),
        ("Оның ұзындығы 600 километр.", "kk", "Оның"),
    ],
)
def test_a_word_for_something_before_has_a_doubt_in_any_language(
    text: str, language: str, word: str
) -> None:
    assert f"“{word}” stands for something before it" in doubts(text, language)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Диаметр его кратера достигает 700 метров.", "ru", "“его”"),
        ("В 1970 году над ней построили мост.", "ru", "“ней”"),
        ("1970 жылы оның үстінен көпір салынды.", "kk", "“оның”"),
    ],
)
def test_such_a_word_inside_a_sentence_has_a_doubt_as_well(
    text: str, language: str, word: str
) -> None:
    assert f"Does it stand alone? {word}" in doubts(text, language)


def test_what_the_sentence_has_named_itself_needs_none() -> None:
    said = "В 1737 году Крашенинников увидел вулкан и описал его, и он стал известен."
    assert "stand alone" not in doubts(said, "ru")


def test_the_article_tells_which_first_word_is_a_name() -> None:
    text = (
        "Полетел Гагарин. Гагарин родился в 1934 году. Спутники летают. Спутник упал в 1958 году."
    )
    assert list(asked(f"Здесь рассказывает Гагарин про спутник. {text}", "ru").values()) == [
        "В каком году родился Гагарин?",
        "В каком году упал спутник?",
    ]


def test_a_name_that_begins_like_such_a_word_has_none() -> None:
    assert "stands for" not in doubts("Онежское озеро замёрзло в 1970 году.", "ru")


@pytest.mark.parametrize(
    ("text", "language", "by", "said"),
    [
        (
            "«Озеро может повторить судьбу моря», — сказал эколог Иван Петров в 2004 году.",
            "ru",
            "Иван Петров",
            "Озеро может повторить судьбу моря.",
        ),
        (
            "«Көл теңіздің тағдырын қайталауы мүмкін», — деді эколог Асан Қайғы.",
            "kk",
            "Асан Қайғы",
            "Көл теңіздің тағдырын қайталауы мүмкін.",
        ),
    ],
)
def test_what_is_said_is_a_claim_in_any_language(
    text: str, language: str, by: str, said: str
) -> None:
    (one,) = draft([text], language).proposals
    assert (one.by, one.sentence, one.asked) == (by, said, ())


def test_what_we_say_is_left_out_in_any_language() -> None:
    made = draft(["«Мы построили этот мост за 3 года», — сказал Иван Петров."], "ru")
    assert not made.proposals and "“we”" in made.left_out[0].reason
