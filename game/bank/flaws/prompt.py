"""Criteria of the prompt: whether it asks one clear thing in plain and positive words."""

from __future__ import annotations

import re

from game.bank.flaws.criterion import Criterion, Item
from game.bank.flaws.words import Words, first_phrase, holds, tokens, without, words

MOST_WORDS = 40
MOST_SENTENCES = 3
MOST_CLAUSES = 5

_GAP = re.compile(r"_{2,}|…|\.\.\.|\[\s*\]|\(\s*\)")
_END_MARKS = " .,:;?!_…'\"”’)]"
_SHORT_FORM = re.compile(r"(?<![\w-])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}(?![\w-])")
_ARTICLE = re.compile(r"\b(an?|(?:(?<=^)|(?<=[.!?] ))An?) ([^\W\d_]\w*)")
_TYPING = (
    (re.compile(r" {2,}|\t"), "two blanks stand together"),
    (re.compile(r"\s[,.;:!?](?!\d)"), "a blank stands before a mark"),
    (re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE), "a word stands twice"),
    (re.compile(r"[,;:]{2,}|\?\?|!!|(?<!\.)\.\.(?!\.)"), "a mark stands twice"),
    (re.compile(r"^[^\W\d_A-Z]*[a-z]"), "it begins with a small letter"),
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
    return "the prompt asks nothing"


def _negative(item: Item) -> str:
    question, negatives = item.question, item.lexicon.negatives
    text = " ".join(_asking(item))
    if question.kind == "true-false":
        text, negatives = question.prompt, item.lexicon.denials
    shouted = {token.casefold() for token in tokens(text) if token.isupper() and len(token) > 1}
    for word in without(words(text), item.lexicon.idioms):
        is_negative = word in negatives or word.endswith("n't")
        if is_negative and word not in shouted:
            return f"“{word}” turns the prompt round"
    return ""


def _asking(item: Item) -> list[str]:
    asking = [sentence for sentence in item.sentences if "?" in sentence]
    return asking or list(item.sentences[-1:])


def _covered(item: Item) -> str:
    phrase = first_phrase(item.prompt, item.lexicon.covered)
    return f"“{phrase}” can only be answered with the options in view" if phrase else ""


def _hinged(item: Item) -> str:
    phrase = first_phrase(item.prompt, item.lexicon.hinged)
    return f"“{phrase}” rests on another question" if phrase else ""


def _gap(item: Item) -> str:
    if not item.texts:
        return ""
    for found in _GAP.finditer(item.question.prompt):
        if item.question.prompt[found.end() :].strip(_END_MARKS):
            return "the gap stands in the middle of the sentence"
    return ""


def _window_dressing(item: Item) -> str:
    count = len(item.question.prompt.split())
    if count > MOST_WORDS:
        return f"the prompt has {count} words; {MOST_WORDS} are the most at any level"
    if len(item.sentences) > MOST_SENTENCES:
        return f"the prompt has {len(item.sentences)} sentences; {MOST_SENTENCES} are the most"
    clauses = item.question.prompt.count(",") + sum(w in item.lexicon.clauses for w in item.prompt)
    if clauses > MOST_CLAUSES:
        return f"the prompt has {clauses} commas and clauses; {MOST_CLAUSES} are the most"
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
            return f"nothing stands before “{word}” that it could mean"
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
        for short in _SHORT_FORM.findall(text):
            if short not in known and short.casefold() not in marks:
                return f"“{short}” is explained nowhere"
    return ""


def _vague(item: Item) -> str:
    for found in (item.prompt, *item.options):
        for word in without(found, item.lexicon.idioms):
            if word in item.lexicon.vague:
                return f"“{word}” means something else to everybody"
        if first_phrase(found, ("more or less",)):
            return "“more or less” means something else to everybody"
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
                return f"“{word}” is seldom true, and experienced guessers know it"
    return ""


def _opinion(item: Item) -> str:
    if item.question.by:
        return ""
    phrase = first_phrase(item.prompt, item.lexicon.opinions)
    return f"“{phrase}” is an opinion, and nobody is named who holds it" if phrase else ""


def _typing(item: Item) -> str:
    prompt = item.question.prompt
    for pattern, what in _TYPING:
        if pattern.search(prompt):
            return f"in the prompt {what}"
    for opening, closing in _BRACKETS:
        if prompt.count(opening) != prompt.count(closing):
            return f"in the prompt a {opening} or {closing} has no partner"
    if prompt.count('"') % 2:
        return "in the prompt a quotation mark has no partner"
    if item.question.kind == "true-false" and prompt.rstrip('"”’)')[-1:] not in (".", "!"):
        return "the statement does not end in a full stop"
    return ""


def _a_or_an(item: Item) -> str:
    for found in _ARTICLE.finditer(item.question.prompt):
        article, word = found[1].casefold(), found[2]
        if word.isupper() or len(word) < 2:
            continue
        if article != _article_for(word.casefold(), item):
            return f"“{found[0]}” has the wrong article"
    return ""


def _article_for(word: str, item: Item) -> str:
    if word.startswith(item.lexicon.an_before):
        return "an"
    if word.startswith(item.lexicon.a_before):
        return "a"
    return "an" if word[0] in "aeiou" else "a"


def _undated(item: Item) -> str:
    year = item.question.as_of[:4]
    if not year or year in item.question.prompt:
        return ""
    return "the fact is true as of a day, and the prompt does not say which"


def _unattributed(item: Item) -> str:
    question = item.question
    if not question.by or set(item.prompt) & item.lexicon.attribution:
        return ""
    if set(words(question.by)) & {word for word in item.prompt if len(word) > 3}:
        return ""
    if any(holds(question.prompt, word, item.lexicon) for word in question.by.split()):
        return ""
    return "the prompt states as a fact what somebody said"


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "unfocused",
        "unfocused stem",
        "SAQUET 13; Haladyna 14, 15",
        "ask a whole question that can be answered with the options covered",
        _unfocused,
    ),
    Criterion(
        "negative",
        "negative stem",
        "SAQUET 19; Haladyna 17; NBME",
        "ask for what is so; if you must ask what is not, write NOT in capitals",
        _negative,
    ),
    Criterion(
        "covered",
        "not answerable with the options covered",
        "NBME",
        "name the kind of thing that is asked for instead of pointing at the options",
        _covered,
    ),
    Criterion(
        "hinged",
        "hinged item",
        "Haladyna 4; NBME",
        "say in this question all that is needed for it",
        _hinged,
    ),
    Criterion(
        "gap",
        "gap in mid-stem",
        "SAQUET 10",
        "turn the sentence so that the gap comes last, or ask a question",
        _gap,
        "nothing",
    ),
    Criterion(
        "window-dressing",
        "gratuitous information",
        "SAQUET 5; Haladyna 13, 16",
        "cut what is not needed to answer; it can go into why",
        _window_dressing,
    ),
    Criterion(
        "pronoun",
        "unclear stem",
        "SAQUET 1",
        "name the thing or the person",
        _pronoun,
        "english",
    ),
    Criterion(
        "short-form",
        "unexplained short form",
        "SAQUET 1; Haladyna 8",
        "write it out, or give it a line in the glossary",
        _short_form,
    ),
    Criterion(
        "vague",
        "vague term",
        "SAQUET 17; NBME",
        "say how much, how many or when, or leave the word out",
        _vague,
    ),
    Criterion(
        "absolute",
        "absolute term",
        "SAQUET 11; Haladyna 28a; NBME",
        "say it without the word, or put options of the same kind beside it",
        _absolute,
    ),
    Criterion(
        "opinion",
        "opinion",
        "Haladyna 6",
        "ask what can be looked up, or make it a claim with by:",
        _opinion,
    ),
    Criterion(
        "typing",
        "slip of the keyboard",
        "Haladyna 11",
        "mend the text",
        _typing,
        "nothing",
    ),
    Criterion(
        "a-an",
        "wrong article",
        "Haladyna 12",
        "write a before the sound of a consonant, an before that of a vowel",
        _a_or_an,
        "english",
    ),
    Criterion(
        "undated",
        "dated fact without its day",
        "T-Minus, dated facts",
        "write the month and the year into the question",
        _undated,
        "nothing",
    ),
    Criterion(
        "unattributed",
        "claim without its speaker",
        "T-Minus, claims",
        "ask who said it, or write according to whom it is so",
        _unattributed,
    ),
)
