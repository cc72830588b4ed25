"""Criteria of the prompt: whether it asks one clear thing in plain and positive words."""

from __future__ import annotations

import re
from functools import lru_cache

from game.bank.flaws.criterion import Criterion, Item, of_prompt
from game.bank.flaws.lexicon import Lexicon
from game.bank.flaws.words import Words, first_phrase, holds, sentences, tokens, without, words
from game.phrase import phrase

MOST_WORDS = 40
MOST_SENTENCES = 3
MOST_CLAUSES = 5

_GAP = re.compile(r"_{2,}|…|\.\.\.|\[\s*\]|\(\s*\)")
_END_MARKS = " .,:;?!_…'\"”’)]"
_SHORT_FORM = re.compile(r"(?<![\w-])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}(?![\w-])")
_ARTICLE = re.compile(r"\b(an?|(?:(?<=^)|(?<=[.!?] ))An?) ([^\W\d_]\w*)")
_TYPING = (
    (re.compile(r" {2,}|\t"), phrase("in the prompt two blanks stand together")),
    (re.compile(r"\s[,.;:!?](?!\d)"), phrase("in the prompt a blank stands before a mark")),
    (
        re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE),
        phrase("in the prompt a word stands twice"),
    ),
    (
        re.compile(r"[,;:]{2,}|\?\?|!!|(?<!\.)\.\.(?!\.)"),
        phrase("in the prompt a mark stands twice"),
    ),
    (re.compile(r"^[^\W\d_A-Z]*[a-z]"), phrase("the prompt begins with a small letter")),
)
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def _unfocused(item: Item) -> str:
    question, lexicon = item.question, item.lexicon
    if question.kind == "true-false" or "?" in question.prompt:
        return ""
    if question.prompt.rstrip().endswith(":") or _GAP.search(question.prompt[-4:]):
        return ""
    firsts = {words(sentence)[0] for sentence in item.sentences if words(sentence)}
    # In a language that bends its words the verb may stand anywhere in the sentence.
    asks = firsts if lexicon.is_english else set(item.prompt)
    if asks & lexicon.imperatives or set(item.asking) & lexicon.question_words:
        return ""
    if item.prompt and item.prompt[-1] in lexicon.function_words | {"a", "an"}:
        return ""
    return phrase("the prompt asks nothing")


def _negative(item: Item) -> str:
    question, negatives = item.question, item.lexicon.negatives
    text = " ".join(_asking(item))
    if question.kind == "true-false":
        text, negatives = question.prompt, item.lexicon.denials
    turning = [word for word in words(text) if word in negatives or word.endswith("n't")]
    if not turning:
        return ""
    shouted = {token.casefold() for token in tokens(text) if token.isupper() and len(token) > 1}
    for word in without(words(text), item.lexicon.idioms):
        if word in turning and word not in shouted:
            return phrase("“{word}” turns the prompt round", word=word)
    return ""


def _asking(item: Item) -> list[str]:
    asking = [sentence for sentence in item.sentences if "?" in sentence]
    return asking or list(item.sentences[-1:])


def _covered(prompt: str, lexicon: Lexicon) -> str:
    said = first_phrase(words(prompt), lexicon.covered)
    if said:
        return phrase("“{said}” can only be answered with the options in view", said=said)
    return ""


def _hinged(prompt: str, lexicon: Lexicon) -> str:
    said = first_phrase(words(prompt), lexicon.hinged)
    return phrase("“{said}” rests on another question", said=said) if said else ""


def _gap(item: Item) -> str:
    if not item.texts:
        return ""
    for found in _GAP.finditer(item.question.prompt):
        if item.question.prompt[found.end() :].strip(_END_MARKS):
            return phrase("the gap stands in the middle of the sentence")
    return ""


def _window_dressing(prompt: str, lexicon: Lexicon) -> str:
    count = len(prompt.split())
    if count > MOST_WORDS:
        return phrase(
            "the prompt has {count} words; {most} are the most at any level",
            count=count,
            most=MOST_WORDS,
        )
    if len(sentences(prompt)) > MOST_SENTENCES:
        return phrase(
            "the prompt has {count} sentences; {most} are the most",
            count=len(sentences(prompt)),
            most=MOST_SENTENCES,
        )
    clauses = prompt.count(",") + sum(word in lexicon.clauses for word in words(prompt))
    if clauses > MOST_CLAUSES:
        return phrase(
            "the prompt has {count} commas and clauses; {most} are the most",
            count=clauses,
            most=MOST_CLAUSES,
        )
    return ""


def _pronoun(item: Item) -> str:
    """A pronoun before anything that it could stand for, in a prompt of one sentence."""
    lexicon = item.lexicon
    if len(item.sentences) != 1 or item.question.picture or item.question.kind == "picture":
        return ""
    empty = lexicon.auxiliaries | lexicon.question_words | lexicon.function_words
    for at, word in enumerate(item.prompt):
        if word in lexicon.pronouns:
            after = item.prompt[at + 1] if at + 1 < len(item.prompt) else ""
            pointing = word in ("this", "these", "those") and after not in empty and after != ""
            named = any(token[0].isupper() for token in tokens(item.question.prompt)[at + 1 :])
            if (
                pointing
                or (named and word in lexicon.possessives)
                or (word == "it" and after in ("that", "who", "to", "for", "true"))
            ):
                return ""
            return phrase("nothing stands before “{word}” that it could mean", word=word)
        if word not in empty:
            return ""
    return ""


def _short_form(item: Item) -> str:
    question, setting = item.question, item.setting
    if first_phrase(item.prompt, item.lexicon.stands_for):
        return ""
    known = setting.explained | item.lexicon.acronyms
    marks = item.lexicon.negatives | item.lexicon.absolutes
    for text in (question.prompt, *item.texts):
        for short in _short_forms(text):
            if short in known or short.casefold() in marks:
                continue
            if text == question.prompt or _is_of_its_fact(short, item):
                return phrase("“{short}” is explained nowhere", short=short)
    return ""


@lru_cache(maxsize=4_096)
def _short_forms(text: str) -> Words:
    return tuple(_SHORT_FORM.findall(text))


def _is_of_its_fact(short: str, item: Item) -> bool:
    """Whether the question's own fact has this in it, and not only another that lends an option."""
    known = item.setting.known
    facts = known.pack.facts if known and item.answer else ()
    own = next((one for one in facts if any(mine is item.answer for mine in one.answers)), None)
    if own is None:
        return True
    written = [own.text, own.label, own.name]
    for answer in own.answers:
        written += (answer.text, answer.event, *(wrong.text for wrong in answer.wrong))
    return any(short in text for text in written)


def _vague(item: Item) -> str:
    for found in (item.prompt, *item.options):
        for word in without(found, item.lexicon.idioms):
            if word in item.lexicon.vague:
                return phrase("“{word}” means something else to everybody", word=word)
        if said := first_phrase(found, item.lexicon.hedges):
            return phrase("“{word}” means something else to everybody", word=said)
    return ""


def _absolute(item: Item) -> str:
    spoken: tuple[Words, ...] = item.options
    if item.question.kind == "true-false":
        spoken = (item.prompt,)
    elif all(item.lexicon.amounts & set(found) for found in spoken):
        return ""
    for found in spoken:
        for word in without(found, item.lexicon.idioms):
            if word in item.lexicon.absolutes:
                return phrase(
                    "“{word}” is seldom true, and experienced guessers know it", word=word
                )
    return ""


def _opinion(item: Item) -> str:
    if item.question.by:
        return ""
    said = first_phrase(item.prompt, item.lexicon.opinions)
    if said:
        return phrase("“{said}” is an opinion, and nobody is named who holds it", said=said)
    return ""


def _typing(item: Item) -> str:
    prompt = item.question.prompt
    if slip := _slip_in(prompt):
        return slip
    if item.question.kind == "true-false" and prompt.rstrip('"”’)')[-1:] not in (".", "!"):
        return phrase("the statement does not end in a full stop")
    return ""


@lru_cache(maxsize=4_096)
def _slip_in(prompt: str) -> str:
    for pattern, message in _TYPING:
        if pattern.search(prompt):
            return message
    for opening, closing in _BRACKETS:
        if prompt.count(opening) != prompt.count(closing):
            return phrase(
                "in the prompt a {opening} or {closing} has no partner",
                opening=opening,
                closing=closing,
            )
    if prompt.count('"') % 2:
        return phrase("in the prompt a quotation mark has no partner")
    return ""


def _a_or_an(prompt: str, lexicon: Lexicon) -> str:
    for found in _ARTICLE.finditer(prompt):
        article, word = found[1].casefold(), found[2]
        if word.isupper() or len(word) < 2:
            continue
        if article != _article_for(word.casefold(), lexicon):
            return phrase("“{words}” has the wrong article", words=found[0])
    return ""


def _article_for(word: str, lexicon: Lexicon) -> str:
    if word.startswith(lexicon.an_before):
        return "an"
    if word.startswith(lexicon.a_before):
        return "a"
    return "an" if word[0] in "aeiou" else "a"


def _undated(item: Item) -> str:
    year = item.question.as_of[:4]
    if not year or year in item.question.prompt:
        return ""
    return phrase("the fact is true as of a day, and the prompt does not say which")


def _unattributed(item: Item) -> str:
    question = item.question
    if not question.by or set(item.prompt) & item.lexicon.attribution:
        return ""
    if set(words(question.by)) & {word for word in item.prompt if len(word) > 3}:
        return ""
    if any(holds(question.prompt, word, item.lexicon) for word in question.by.split()):
        return ""
    return phrase("the prompt states as a fact what somebody said")


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "unfocused",
        "unfocused stem",
        "SAQUET 13; Haladyna 14, 15",
        phrase("ask a whole question that can be answered with the options covered"),
        _unfocused,
    ),
    Criterion(
        "negative",
        "negative stem",
        "SAQUET 19; Haladyna 17; NBME",
        phrase("ask for what is so; if you must ask what is not, write that word in capitals"),
        _negative,
    ),
    Criterion(
        "covered",
        "not answerable with the options covered",
        "NBME",
        phrase("name the kind of thing that is asked for instead of pointing at the options"),
        of_prompt(_covered),
        lists=("covered",),
    ),
    Criterion(
        "hinged",
        "hinged item",
        "Haladyna 4; NBME",
        phrase("say in this question all that is needed for it"),
        of_prompt(_hinged),
        lists=("hinged",),
    ),
    Criterion(
        "gap",
        "gap in mid-stem",
        "SAQUET 10",
        phrase("turn the sentence so that the gap comes last, or ask a question"),
        _gap,
        "nothing",
    ),
    Criterion(
        "window-dressing",
        "gratuitous information",
        "SAQUET 5; Haladyna 13, 16",
        phrase("cut what is not needed to answer; it can go into why"),
        of_prompt(_window_dressing),
    ),
    Criterion(
        "pronoun",
        "unclear stem",
        "SAQUET 1",
        phrase("name the thing or the person"),
        _pronoun,
        "english",
        ("pronouns",),
    ),
    Criterion(
        "short-form",
        "unexplained short form",
        "SAQUET 1; Haladyna 8",
        phrase("write it out, or give it a line in glossary.yaml"),
        _short_form,
    ),
    Criterion(
        "vague",
        "vague term",
        "SAQUET 17; NBME",
        phrase("say how much, how many or when, or leave the word out"),
        _vague,
        lists=("vague", "hedges"),
    ),
    Criterion(
        "absolute",
        "absolute term",
        "SAQUET 11; Haladyna 28a; NBME",
        phrase("say it without the word, or put options of the same kind beside it"),
        _absolute,
        lists=("absolutes",),
    ),
    Criterion(
        "opinion",
        "opinion",
        "Haladyna 6",
        phrase("ask what can be looked up, or make it a claim with by:"),
        _opinion,
        lists=("opinions",),
    ),
    Criterion(
        "typing",
        "slip of the keyboard",
        "Haladyna 11",
        phrase("mend the text"),
        _typing,
        "nothing",
    ),
    Criterion(
        "a-an",
        "wrong article",
        "Haladyna 12",
        phrase("write a before the sound of a consonant, an before that of a vowel"),
        of_prompt(_a_or_an),
        "english",
    ),
    Criterion(
        "undated",
        "dated fact without its day",
        "T-Minus, dated facts",
        phrase("write the month and the year into the question"),
        _undated,
        "nothing",
    ),
    Criterion(
        "unattributed",
        "claim without its speaker",
        "T-Minus, claims",
        phrase("ask who said it, or write according to whom it is so"),
        _unattributed,
    ),
)
