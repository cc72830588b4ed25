"""Citations as an author writes them: a source's name and paragraph numbers."""

from __future__ import annotations

from collections.abc import Sequence

from game.packs.findings import Findings, nearest
from game.packs.model import Citation, Source
from game.phrase import phrase
from game.reading.values import Text


class Citing:
    """Reads `tass 9 10` against the sources that a pack has; each wording is judged once."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self._paragraphs = {source.id: source.paragraphs for source in sources}
        self._good: dict[str, tuple[Citation, ...]] = {}

    def read(
        self, texts: Sequence[Text], file: str, path: object, key: str, findings: Findings
    ) -> tuple[Citation, ...]:
        """The citations of one or several texts; what is wrong with them is noted."""
        if not texts:
            return ()
        if len(texts) == 1 and (known := self._good.get(texts[0])):
            return known
        found: list[Citation] = []
        for text in texts:
            good = self._good.get(text)
            if good is None:
                good = self._judge(text, file, f"{path} {key}".strip(), findings)
            found.extend(good)
        return tuple(dict.fromkeys(found))

    def _judge(self, text: Text, file: str, path: str, findings: Findings) -> tuple[Citation, ...]:
        words = text.replace(",", " ").split()
        source, numbers = (words[0], words[1:]) if words else ("", [])
        if source not in self._paragraphs:
            close = nearest(source, self._paragraphs)
            findings.add(
                file,
                text,
                path,
                "unknown-source",
                phrase("pack.yaml has no source '{source}'{close}", source=source, close=close),
                ""
                if close
                else phrase("its sources are {sources}", sources=", ".join(self._paragraphs)),
            )
            return ()
        last = self._paragraphs[source]
        if not last and not numbers:
            self._good[str(text)] = (Citation(source, 0),)
            return self._good[str(text)]
        if not last:
            findings.add(
                file,
                text,
                path,
                "no-such-paragraph",
                phrase(
                    "'{source}' is cited as a whole, since pack.yaml says no paragraphs of it",
                    source=source,
                ),
                phrase("write {source} alone", source=source),
            )
            return ()
        if not numbers:
            findings.add(
                file,
                text,
                path,
                "no-paragraph",
                phrase("'{text}' does not say in which paragraph", text=text),
                phrase("write {source} 3, or {source} 3 4 for two of them", source=source),
            )
            return ()
        found: list[Citation] = []
        for number in numbers:
            if not (number.isascii() and number.isdigit()):
                findings.add(
                    file,
                    text,
                    path,
                    "no-paragraph",
                    phrase("'{text}' is not the number of a paragraph", text=number),
                    phrase(
                        "write {source} 3 4; another source is another entry of the list",
                        source=source,
                    ),
                )
                return ()
            if not 1 <= int(number[:9]) <= last:
                findings.add(
                    file,
                    text,
                    path,
                    "no-such-paragraph",
                    phrase(
                        "'{source}' has no paragraph {number}; it has {last}",
                        source=source,
                        number=number,
                        last=last,
                    ),
                )
                return ()
            found.append(Citation(source, int(number)))
        self._good[str(text)] = tuple(found)
        return tuple(found)
