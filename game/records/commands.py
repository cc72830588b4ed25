"""What the command line asks of this room."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from game import languages, paths, system_errors
from game.phrase import counted, phrase
from game.records import backup as backups
from game.records import export, restore
from game.records import report as reports
from game.records.places import Places
from game.records.record import Profile, Record
from game.records.store import Store
from game.records.trouble import DAMAGED, trouble_of
from game.records.whole import NotWhole
from game.records.words import said, why
from game.study.day import study_day

DONE, FOUND, WRONG_USE = 0, 1, 2


def report(
    data: Path | None,
    *,
    as_json: bool = False,
    to: str = "",
    out: Path | None = None,
    profile: str = "",
    rebuild: bool = False,
) -> int:
    """Print what the records come to, or write all answers to a file; gives the exit status.

    `profile` is a nickname, "" for everybody. `rebuild` makes anew from the log of answers whatever
    else the file has, and tells whether it had been the same.
    """
    if bool(to) != (out is not None):
        return languages.refuse(phrase("--to and -o FILE go together."), WRONG_USE)
    places = Places(paths.data(data))
    if not places.db.exists() and not backups.every(places):
        store = Store.open(None).store
        languages.tell(_nothing(places))
    else:
        opened = Store.open(places.folder)
        store = opened.store
        for message in opened.said:
            if message.what != "shared":
                languages.tell(said(message))
    try:
        learners = [p for p in store.profiles() if not profile or p.nickname == profile]
        if profile and not learners:
            return languages.refuse(phrase("There is no learner called '{name}'.", name=profile))
        if rebuild:
            _rebuild(store)
        if out is not None:
            return _export(store, learners, to, out, everybody=not profile)
        _print(store, learners, as_json, everybody=not profile)
    finally:
        store.close()
    return DONE


def backup(data: Path | None, as_json: bool = False) -> int:
    """Make a backup now, also while the game is open; gives the exit status."""
    places = Places(paths.data(data))
    if not places.db.exists():
        return languages.refuse(_nothing(places))
    try:
        made = backups.make(places, datetime.now(UTC))
    except (OSError, *DAMAGED, NotWhole) as error:
        reason = str(error) if isinstance(error, NotWhole) else why(trouble_of(error))
        return languages.refuse(
            phrase("No backup could be made ({why}); those that there are stay.", why=reason)
        )
    if as_json:
        print(json.dumps({"backup": str(made.path)}))
    else:
        print(f"{made.path}")
    return DONE


def restore_backup(
    data: Path | None, name: str = "", *, listed: bool = False, as_json: bool = False
) -> int:
    """Go back to a backup, the newest good one or that of a name; gives the exit status."""
    places = Places(paths.data(data))
    if listed:
        names = [one.path.name for one in backups.every(places)]
        none = languages.spoken(phrase("No backups."))
        print(json.dumps({"backups": names}) if as_json else "\n".join(names) or none)
        return DONE
    try:
        done = restore.restore(places, datetime.now(UTC), name)
    except restore.CannotRestore as error:
        return languages.refuse(str(error))
    except (OSError, *DAMAGED) as error:
        reason = why(trouble_of(error))
        return languages.refuse(
            phrase("Nothing was restored ({why}: {error}).", why=reason, error=str(error))
        )
    before = str(done.before) if done.before else None
    if as_json:
        told = {"restored": str(done.path), "answers": done.answers, "before": before}
        print(json.dumps(told))
        return DONE
    restored = counted(
        "Restored {name}, which has {count} answer.",
        "Restored {name}, which has {count} answers.",
        done.answers,
        name=done.path.name,
    )
    print(languages.spoken(restored))
    if before:
        print(languages.spoken(phrase("What stood before is kept as {file}.", file=before)))
    return DONE


def _rebuild(store: Store) -> None:
    same = store.rebuild()
    made = (
        counted(
            "Made anew from {count} answer: all as it was.",
            "Made anew from {count} answers: all as it was.",
            store.count,
        )
        if same
        else counted(
            "Made anew from {count} answer: it was not as the answers say, and now it is.",
            "Made anew from {count} answers: it was not as the answers say, and now it is.",
            store.count,
        )
    )
    languages.tell(made)


def _print(store: Store, learners: list[Profile], as_json: bool, *, everybody: bool) -> None:
    now = datetime.now().astimezone()
    today = study_day(now, now.utcoffset() or timedelta())
    found = [reports.learner(store, one, today) for one in learners]
    if everybody:
        total, right = store.totals()
    else:
        total, right = sum(one.answers for one in found), sum(one.right for one in found)
    if as_json:
        document = reports.as_json(total, right, found)
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        words = languages.system_words()
        print(reports.as_text(total, right, found, words))


def _export(store: Store, learners: list[Profile], to: str, out: Path, *, everybody: bool) -> int:
    if to == "anki" and len(learners) != 1:
        return languages.refuse(
            phrase("Anki has one learner a collection: say whose by --profile.")
        )

    numbers = {one.id: at for at, one in enumerate(learners, 1)}

    def chosen() -> Iterator[tuple[int, Record]]:
        for record in store.every_record():
            if everybody or record.profile in numbers:
                yield numbers.get(record.profile, 0), record

    try:
        if to == "anki":
            count = export.to_anki((record for _, record in chosen()), out)
        else:
            count = (export.to_csv if to == "csv" else export.to_json)(chosen(), out)
    except OSError as error:
        return languages.refuse(
            phrase("{file} cannot be written: {why}.", file=out, why=system_errors.why(error))
        )
    languages.tell(counted("{file}: {count} answer", "{file}: {count} answers", count, file=out))
    return DONE


def _nothing(places: Places) -> str:
    return phrase("Nothing is kept in {folder} yet.", folder=places.folder)
