"""Whether a response is right."""

from __future__ import annotations

from game.bank.numbers import readings
from game.bank.question import Question
from game.bank.sounds import on_other_keys
from game.bank.text import compact, digits_of, normalise, overlap

Response = int | float | str | tuple[int, ...] | None

MOST_LETTERS = 200
_ROUNDING = 1e-9


def judge(question: Question, response: Response) -> bool:
    """Whether `response` is right; None, no answer, never is.

    Options by their index, order and match by all of them. A number within the tolerance, also as
    it was typed (`numbers.readings` says what is understood). A typed text by
    `is_typed_right`.
    """
    if response is None:
        return False
    if question.kind == "number":
        return _is_near(question, response)
    if question.kind == "typed":
        return isinstance(response, str) and is_typed_right(
            response, (str(question.answer), *question.accepted), round(question.tolerance)
        )
    return type(response) is type(question.answer) and response == question.answer


def _is_near(question: Question, response: Response) -> bool:
    if isinstance(response, tuple) or not isinstance(question.answer, int | float):
        return False
    meant = readings(response) if isinstance(response, str) else (float(response or 0),)
    reach = question.tolerance + _ROUNDING * abs(question.answer)
    return any(abs(value - question.answer) <= reach for value in meant)


def is_typed_right(typed: str, accepted: tuple[str, ...], slips: int) -> bool:
    """Whether a typed text is one of the accepted, apart from case, accents, marks and articles.

    Words may stand in another order. Up to `slips` letters may be wrong, missing, too many or
    swapped with their neighbour in the longest texts, fewer in shorter ones (`slips_allowed`), but
    only in forms that `may_slip`; digits must be exact. Who lacks the letters of a language may
    write it with others (`on_other_keys`).
    """
    if len(typed) > MOST_LETTERS:
        return False
    plain = normalise(typed)
    if not plain:
        # An answer may be a sign alone: +, <= or °.
        return bool(typed.strip()) and typed.strip() in accepted
    forms = dict.fromkeys(normalise(text) for text in accepted)
    if plain in forms or compact(plain) in map(compact, forms):
        return True
    words = sorted(plain.split())
    if any(words == sorted(form.split()) for form in forms):
        return True
    if any(on_other_keys(typed, text) for text in accepted):
        return True
    return slips > 0 and any(_slipped(plain, form, slips) for form in may_slip(tuple(forms)))


def may_slip(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Of the normalised accepted forms those that may be misspelt: the first, and it in part.

    Another word for the same thing must be right to the letter: it may be nearer to a wrong one.
    """
    return tuple(f for f in forms if slips_allowed(len(compact(f))) and overlap(f, forms[0]))


def slips_allowed(length: int) -> int:
    """Letters that may be wrong in a word of that length: none to 4, one to 8, two to 14, three."""
    return 0 if length < 5 else 1 if length < 9 else 2 if length < 15 else 3


def _slipped(typed: str, form: str, slips: int) -> bool:
    if digits_of(typed) != digits_of(form):
        return False
    from rapidfuzz.distance import OSA

    one, other = compact(typed), compact(form)
    most = min(slips, slips_allowed(len(other)))
    return most > 0 and OSA.distance(one, other, score_cutoff=most) <= most
