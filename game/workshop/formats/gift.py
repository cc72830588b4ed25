"""GIFT, Moodle's text format: read by the rules of Moodle's own importer, and written for it.

The rules are those of `question/format/gift/format.php` of Moodle, which is the definition: a
blank line ends a question, the first brace opens and the first closes, a backslash before
`: # = { } ~ n` takes their meaning away, and the kind of a question is told by the signs between
its braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.phrase import phrase
from game.workshop.formats.decoding import decoded
from game.workshop.formats.item import (
    ANY,
    Collected,
    Form,
    Item,
    NotAQuestion,
    Option,
    Reading,
    Said,
    Value,
    number_in,
)
from game.workshop.formats.markup import looks_like_html, plain_html, plain_markdown

ESCAPED = ":#={}~n"
MEANT = ":#={}~\n"
HIDDEN = "".join(chr(0xDC00 + number) for number in range(len(ESCAPED)))
"""Half a surrogate pair, which no text that was decoded has, stands for a sign without meaning."""
SHOW = str.maketrans(HIDDEN, MEANT)
WRITTEN = str.maketrans({sign: "\\" + sign for sign in "\\#=~{}:"} | {"\n": "\\n", "\r": ""})

GAP = "_____"
NO_BLANK_LINE = phrase("no blank line stands before it: it was read as a question of its own")
LONGEST = 40_000
TRUE, FALSE = ("T", "TRUE"), ("F", "FALSE")
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
_TOLD = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.){0,200})\]")
_MARKS = re.compile(r"\[(html|moodle|plain|markdown)\]")


def read(data: bytes, file: str) -> Reading:
    """Every question of a file in GIFT; what cannot be played or understood is named."""
    text, read_as = decoded(data)
    into = Collected(file)
    into.told_encoding(read_as)
    category = ""
    for line, paragraph, is_apart in _questions(text):
        body = "\n".join(each for each in paragraph if not each.startswith("//")).strip()
        if body.startswith("$CATEGORY:"):
            first, _, body = body.partition("\n")
            category = _shown(_hidden(first.removeprefix("$CATEGORY:"))).strip()
        if not body.strip():
            continue
        place = into.at(line)
        if not is_apart:
            into.change(place, NO_BLANK_LINE)
        tags = [found for each in paragraph if each.startswith("//") for found in _tags(each)]
        try:
            into.keep(_question(_hidden(body.strip()), _About(place, category, tuple(tags)), into))
        except NotAQuestion as error:
            into.skip(place, str(error))
    return into.reading()


def write(items: Iterable[Item]) -> tuple[str, tuple[Said, ...]]:
    """The questions as GIFT, and those that it cannot hold, each with the reason."""
    lines: list[str] = []
    lost: list[Said] = []
    category = ""
    for item in items:
        reason = _cannot(item)
        if reason:
            lost.append(Said(item.place, reason, is_left_out=True))
            continue
        if item.category != category:
            category = item.category
            lines += [f"$CATEGORY: {_escaped(category)}", ""]
        lines += [f"// {tags}" for tags in _written_tags(item.tags)]
        lines += [*_written(item), ""]
    return "\n".join(lines), tuple(lost)


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines between blank ones, with the number of their first line."""
    first, lines = 0, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare:
            first = first or number
            lines.append(bare)
        elif lines:
            yield first, lines
            first, lines = 0, []
    if lines:
        yield first, lines


def _questions(text: str) -> Iterator[tuple[int, list[str], bool]]:
    """The paragraphs, as `_paragraphs` gives them, each with True; but where a line ends the
    answers and another brace opens on a later one, the rest is apart, with False.

    Moodle takes the rest for the end of a sentence with a gap, answers and all.
    """
    for first, lines in _paragraphs(text):
        bare = ["" if line.startswith("//") else _hidden(line) for line in lines]
        opening = [at for at, line in enumerate(bare) if "{" in line]
        begin, is_open = 0, False
        for at, line in enumerate(bare):
            is_open = is_open or "{" in line
            if is_open and line.endswith("}") and at < opening[-1]:
                yield first + begin, lines[begin : at + 1], not begin
                begin, is_open = at + 1, False
        yield first + begin, lines[begin:], not begin


def _hidden(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(
        lambda found: "\\" if found[1] == "\\" else HIDDEN[ESCAPED.index(found[1])], text
    )


def _shown(text: str) -> str:
    return text.translate(SHOW)


def _tags(comment: str) -> Iterator[str]:
    for found in _TOLD.finditer(comment):
        if found[1] == "tag":
            yield re.sub(r"\\(.)", r"\1", found[2])


@dataclass(frozen=True, slots=True)
class _About:
    """What stands around a question."""

    place: str
    category: str
    tags: tuple[str, ...]


class _Plain:
    """Turns marked-up parts of one question into plain text; each says how, or is as the stem."""

    def __init__(self, place: str, into: Collected) -> None:
        self._place, self._into = place, into
        self.usual = "moodle"

    def stem(self, text: str) -> str:
        """The stem, whose markup is that of all parts which do not say their own."""
        found = _MARKS.match(text.strip())
        if found:
            self.usual = found[1]
        return self(text)

    def __call__(self, text: str) -> str:
        markup, text = self.usual, text.strip()
        if text.startswith("[") and (found := _MARKS.match(text)):
            markup, text = found[1], text[found.end() :]
        if "\n" in text:
            text = text.replace("\n", " ")
        words = text if text.isascii() else _shown(text).strip()
        if markup == "plain" or (markup == "moodle" and not looks_like_html(words)):
            return words
        if markup == "markdown":
            plain, lost = plain_markdown(words)
        else:
            plain, lost = plain_html(words, lines=markup == "moodle")
        for what in lost:
            self._into.lose(self._place, what)
        return plain


def _question(text: str, about: _About, into: Collected) -> Item:
    place = about.place
    if len(text) > LONGEST:
        raise NotAQuestion(phrase("it is longer than {most} characters", most=LONGEST))
    name = ""
    if text.startswith("::") and "::" in text[2:]:
        name, _, text = text[2:].partition("::")
        text = text.strip()
    opens, closes = text.find("{"), text.find("}")
    if opens < 0 and closes < 0:
        raise NotAQuestion(phrase("it has no answers in braces, so it only tells something"))
    if closes < 0:
        raise NotAQuestion(phrase("its brace {{ is not closed before the blank line"))
    if opens < 0 or closes < opens:
        raise NotAQuestion(phrase("its brace }} has none before it that opens"))
    inside = text[opens + 1 : closes].strip()
    gap = "" if text.endswith("}") else GAP
    plain = _Plain(place, into)
    prompt = plain.stem(text[:opens] + gap + text[closes + 1 :])
    inside, _, told = inside.rpartition("####") if "####" in inside else (inside, "", "")
    inside = inside.strip()
    if not prompt:
        raise NotAQuestion(phrase("it has no words before its answers"))
    shown_name = " ".join(_shown(name).split())
    feedback = plain(told) if told else ""
    if not inside:
        raise NotAQuestion(phrase("it is an essay, which has no right answer to hold it against"))
    form, options, values, pairs = _answers(inside, plain)
    return Item(
        place,
        form,
        prompt,
        shown_name,
        options,
        values,
        pairs,
        feedback=feedback,
        category=about.category,
        tags=about.tags,
    )


_Answers = tuple[Form, tuple[Option, ...], tuple[Value, ...], tuple[tuple[str, str], ...]]


def _answers(inside: str, plain: _Plain) -> _Answers:
    """What stands between the braces, of the kind that its signs tell."""
    if inside.startswith("#"):
        return "number", (), _values(inside[1:], plain), ()
    if "~" in inside:
        options = _options(inside, plain)
        _need_right(options)
        form: Form = "choice" if "=" in inside or _one_right(options) else "several"
        return form, options, (), ()
    if "=" in inside and "->" in inside:
        return "match", (), (), _pairs(inside, plain)
    said = inside.partition("#")[0].strip() if inside.find("#") > 0 else inside
    if said in TRUE + FALSE:
        return "true-false", _true_false(inside, said in TRUE, plain), (), ()
    taken = tuple(_weighed(part, 1.0, plain) for part in inside.split("=") if part.strip())
    _need_right(taken)
    return "typed", taken, (), ()


def _one_right(options: Sequence[Option]) -> bool:
    return sum(option.share > 0 for option in options) == 1 and any(
        option.share >= 1 for option in options
    )


def _need_right(options: Sequence[Option]) -> None:
    if max([option.share for option in options], default=0.0) <= 0:
        raise NotAQuestion(phrase("none of its answers is right"))
    if "" in [option.text for option in options]:
        raise NotAQuestion(phrase("one of its answers has no words"))


def _weighed(part: str, usual: float, plain: _Plain) -> Option:
    """One answer: its weight, if it says one, its words, and after # what is told of it."""
    part = part.strip()
    share = usual
    if part.startswith("%") and (found := _WEIGHT.match(part)):
        share = _share(found[1])
        part = part[found.end() :]
    words, _, told = part.partition("#")
    return Option(plain(words), share, plain(told) if told else "")


def _share(weight: str) -> float:
    """A weight in hundredths as a share; Moodle's importer takes any number of minus signs."""
    number = weight.lstrip("-")
    if not number.strip("."):
        return 0.0
    share = round(float(number) / 100, 7)
    return max(-1.0, -share) if weight.startswith("-") else min(1.0, share)


def _options(inside: str, plain: _Plain) -> tuple[Option, ...]:
    options: list[Option] = []
    for part in inside.replace("=", "~=").split("~"):
        bare = part.strip()
        if not bare:
            continue
        right = bare.startswith("=")
        options.append(_weighed(bare.removeprefix("="), 1.0 if right else 0.0, plain))
    if len(options) < 2:
        raise NotAQuestion(phrase("it has fewer than two options"))
    return tuple(options)


def _pairs(inside: str, plain: _Plain) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for part in inside.split("="):
        if not part.strip():
            continue
        left, arrow, right = part.partition("->")
        if not arrow:
            raise NotAQuestion(
                phrase("{part!r} has no -> to what it goes with", part=_shown(part.strip()))
            )
        pairs.append((plain(left), _shown(" ".join(right.split()))))
    if sum(bool(left and right) for left, right in pairs) < 2:
        raise NotAQuestion(phrase("it has fewer than two pairs"))
    return tuple(pairs)


def _true_false(inside: str, true: bool, plain: _Plain) -> tuple[Option, ...]:
    _, *told = inside.split("#", 2)
    wrong, right = (*map(plain, told), "", "")[:2]
    if true:
        return Option("True", 1.0, right), Option("False", 0.0, wrong)
    return Option("True", 0.0, wrong), Option("False", 1.0, right)


def _values(inside: str, plain: _Plain) -> tuple[Value, ...]:
    inside, tilde, wrong = inside.partition("~")
    values = [_value(part, plain) for part in inside.split("=") if part.strip()]
    if not any(value.share > 0 for value in values):
        raise NotAQuestion(phrase("it asks for a number and takes none"))
    if tilde:
        values.append(Value(None, share=0.0, feedback=_weighed(wrong, 0.0, plain).feedback))
    return tuple(values)


def _value(part: str, plain: _Plain) -> Value:
    said = _weighed(part, 1.0, plain)
    text = said.text
    if text == ANY:
        return Value(None, 0.0, said.share, said.feedback)
    if text.find("..") > 0:
        low, _, high = text.partition("..")
        least, most = number_in(low), number_in(high)
        middle, margin = _neat((least + most) / 2), _neat(abs(most - least) / 2)
        return Value(middle, margin, said.share, said.feedback)
    value, _, tolerance = text.partition(":")
    margin = abs(number_in(tolerance)) if tolerance.strip() else 0.0
    return Value(number_in(value), margin, said.share, said.feedback)


def _neat(number: float) -> float:
    """Without what halving adds to a number of few digits: 3.1415, not 3.1414999999999997."""
    return float(f"{number:.12g}")


def _cannot(item: Item) -> str:
    """Why GIFT cannot hold a question, "" if it can."""
    if item.form == "match" and any("->" in left for left, _ in item.pairs):
        return phrase("GIFT has no way to write -> on the left of a pair")
    if item.form == "typed" and any("->" in option.text for option in item.options):
        return phrase("GIFT takes -> in an answer for a pair")
    return ""


def _escaped(text: str) -> str:
    return text.translate(WRITTEN)


def _text(text: str) -> str:
    """Words as GIFT takes them, said to be plain where they would be taken for something else."""
    plain = looks_like_html(text) or text.startswith(("[", "%", "//"))
    return ("[plain]" if plain else "") + _escaped(text)


def _answer(option: Option, sign: str) -> str:
    told = f"#{_text(option.feedback)}" if option.feedback else ""
    return f"\t{sign}{_text(option.text)}{told}"


def _figure(number: float) -> str:
    return f"{number:.15g}"


def _weight(share: float) -> str:
    return f"%{_figure(round(share * 100, 5))}%"


def _written_tags(tags: tuple[str, ...]) -> list[str]:
    shown = (re.sub(r"([\]\\])", r"\\\1", " ".join(tag.split())) for tag in tags)
    return [" ".join(f"[tag:{tag}]" for tag in shown)] if tags else []


def _written(item: Item) -> list[str]:
    name = _escaped(" ".join(item.name.split()))
    head = f"::{name}::{_text(item.prompt)}" if name else _text(item.prompt)
    told = [f"\t####{_text(item.feedback)}"] if item.feedback else []
    if item.form == "true-false":
        return [head + _written_true_false(item)]
    opening = "{#" if item.form == "number" else "{"
    return [head + opening, *_written_answers(item), *told, "}"]


def _written_true_false(item: Item) -> str:
    true, false = item.options
    right, wrong = (true, false) if true.share > 0 else (false, true)
    said = "TRUE" if right is true else "FALSE"
    notes = f"#{_text(wrong.feedback)}" if wrong.feedback or right.feedback else ""
    notes += f"#{_text(right.feedback)}" if right.feedback else ""
    told = f"####{_text(item.feedback)}" if item.feedback else ""
    return f"{{{said}{notes}{told}}}"


def _written_answers(item: Item) -> list[str]:
    if item.form == "match":
        return [f"\t={_text(left)} -> {_escaped(right)}" for left, right in item.pairs]
    if item.form == "number":
        return [_written_value(value) for value in item.values]
    if item.form == "typed":
        return [_answer(option, f"={_weight(option.share)}") for option in item.options]
    return [_answer(option, _sign(item, option)) for option in item.options]


def _sign(item: Item, option: Option) -> str:
    if item.form == "choice" and option.share >= 1:
        return "="
    return f"~{_weight(option.share)}" if option.share else "~"


def _written_value(value: Value) -> str:
    told = f"#{_text(value.feedback)}" if value.feedback else ""
    if value.value is None:
        return f"\t~{told}" if value.share <= 0 else f"\t={_weight(value.share)}*{told}"
    figures = f"{_figure(value.value)}:{_figure(value.tolerance)}"
    return f"\t={_weight(value.share)}{figures}{told}"
