"""Golden pictures of the longest that Russian and Kazakh put on a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.bank.question import Hint, Question
from game.screens.settings import SettingsScreen
from game.screens.studio import Studio, answer
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from tests.pictures import assert_like_golden
from tests.screens.sharing import studio_of
from tests.screens.test_pictures import QUESTION

RUSSIAN = replace(
    QUESTION,
    prompt="Какое рукотворное сооружение пересекало безлюдную степь до прихода первых ракет сюда?",
    options=(
        "железнодорожная магистраль",
        "телеграфная линия Оренбурга",
        "оросительный канал Сырдарьи",
        "караванный торговый путь",
    ),
    answer=0,
    explanation="До прихода ракет через безлюдную степь шла только железнодорожная магистраль, "
    "по которой потом привезли строителей, материалы и сами ракеты.",
    label="Что пересекало степь до прихода первых ракет",
    hints=(Hint("archive", "Это было задолго до строительства космодрома, в начале века."),),
    why="Тяжёлые грузы можно было подвезти лишь по рельсам, поэтому место для старта искали там, "
    "где дорога уже была.",
    feedback=("", "", "каналы здесь появились позже и орошали поля у реки.", ""),
    language="ru",
)
KAZAKH = replace(
    RUSSIAN,
    prompt="Алғашқы зымырандар келгенге дейін иесіз даланы адам қолымен салынған не қиып өтетін?",
    options=(
        "теміржол магистралі",
        "Орынбордың телеграф желісі",
        "Сырдарияның суару каналы",
        "керуендердің сауда жолы",
    ),
    explanation="Зымырандар келгенге дейін иесіз даланы теміржол магистралі ғана қиып өтетін, "
    "кейін құрылысшылар да, жабдықтар да, зымырандар да сонымен жеткізілді.",
    label="Алғашқы зымырандарға дейін даланы не қиып өтті",
    hints=(Hint("archive", "Бұл ғарыш айлағының құрылысынан көп бұрын, ғасыр басында болған."),),
    why="Ауыр жүкті рельспен ғана тасуға болатын, сондықтан ұшыру алаңына жол бұрыннан бар жерді "
    "іздеді.",
    feedback=("", "", "мұнда каналдар кейін қазылып, өзен бойындағы егінді суарған.", ""),
    language="kk",
)
QUESTIONS = {"ru": RUSSIAN, "kk": KAZAKH}
VIEWS = {"": 1.0, "-large": 2.0}


@pytest.fixture(scope="module", params=[(lang, end) for lang in QUESTIONS for end in VIEWS])
def longest(request: pytest.FixtureRequest) -> tuple[Studio, Question, str]:
    """Rounds in a language at a text size, its question, and what its pictures' names end in."""
    language, end = request.param
    settings = Settings(motion="none", text_scale=VIEWS[end], language=language)
    studio = studio_of(settings).another(settings, (960, 540), language)
    return studio, QUESTIONS[language], f"-{language}{end}"


def test_a_question(longest: tuple[Studio, Question, str]) -> None:
    studio, question, end = longest
    pilot = studio.play(studio.sitting(3, question, missed=(1,)))
    pilot.press("enter")
    assert_like_golden(pilot.picture(), f"longest/question{end}")


def test_a_call(longest: tuple[Studio, Question, str]) -> None:
    studio, question, end = longest
    pilot = studio.play(studio.sitting(3, question, missed=(1,)))
    pilot.press("enter", "h")
    assert_like_golden(pilot.picture(), f"longest/call{end}")


def test_an_explanation(longest: tuple[Studio, Question, str]) -> None:
    studio, question, end = longest
    sitting = studio.sitting(3, question, missed=(1,))
    answer(sitting, right=False)
    assert_like_golden(studio.play(sitting).picture(), f"longest/explanation{end}")


def test_the_settings(longest: tuple[Studio, Question, str]) -> None:
    studio, _, end = longest
    game = studio.game()
    pilot = Pilot(game.shared, SettingsScreen(game), studio.size)
    pilot.settle()
    assert_like_golden(pilot.picture(), f"longest/settings{end}")
