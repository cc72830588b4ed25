"""The charts of Progress in words."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.learner import Learner
from game.play.progress import Progress
from game.screens.home_words import day_word
from game.screens.words import NO_BREAK
from game.study.progress import Event, Share
from game.ui.scene import Catalogue

WEEK = 7


def days(progress: Progress, catalogue: Catalogue) -> tuple[str, ...]:
    """Today, the streak, and all days."""
    _, ngettext = catalogue.gettext, catalogue.ngettext
    streak = progress.streak
    today = ngettext("Today: {count} answer.", "Today: {count} answers.", progress.today)
    row = ngettext("{count} day in a row.", "{count} days in a row.", streak.days)
    whole = ngettext("{count} day of study in all.", "{count} days of study in all.", streak.all)
    answers = ngettext(
        "{count} answer, {right} right.", "{count} answers, {right} right.", progress.answers
    )
    rest = _("Up to two days of rest break nothing.")
    longest = _("The longest row: {days}.").format(days=streak.longest)
    return (
        f"{today.format(count=progress.today)} {row.format(count=streak.days)} {rest}",
        f"{longest} {whole.format(count=streak.all)} "
        f"{answers.format(count=progress.answers, right=progress.right)}",
    )


def ahead(progress: Progress, catalogue: Catalogue) -> tuple[str, ...]:
    """How many cards are due, today and later."""
    _ = catalogue.gettext
    due = progress.due
    if not any(due):
        return (_("Nothing comes back within thirty days: learn something new."),)
    said = _("Due today: {today}. Within a week: {week}. Within thirty days: {month}.").format(
        today=due[0], week=sum(due[:WEEK]), month=sum(due)
    )
    most = max(range(len(due)), key=lambda at: due[at])
    if not most:
        return (said,)
    peak = _("The fullest day is in {days} days, with {count}.").format(days=most, count=due[most])
    return said, peak


def kept(progress: Progress, catalogue: Catalogue) -> tuple[str, ...]:
    """How much was still known when it came back."""
    _ = catalogue.gettext
    retention = progress.retention
    if not retention.all.n:
        return (_("No fact has come back yet. From its second day on you will see it here."),)
    return (
        _line(_("Of all that came back"), retention.all, catalogue),
        _("The interval holds the true share in 95 of 100 cases. Guesses are in both figures."),
    )


def facts(_progress: Progress, catalogue: Catalogue) -> tuple[str, ...]:
    """What stands where no fact was asked."""
    return (catalogue.gettext("Each fact that you have answered will stand here."),)


def ages(progress: Progress, catalogue: Catalogue) -> tuple[tuple[str, Share], ...]:
    """The bars of what is kept, each with what it stands for."""
    _ = catalogue.gettext
    retention = progress.retention
    return (
        (_("All"), retention.all),
        (_("Away for under three weeks"), retention.young),
        (_("Away for longer"), retention.mature),
    )


def figure(share: Share, catalogue: Catalogue) -> str:
    """A share in per cent of how many, "none yet" where there are none."""
    _ = catalogue.gettext
    if not share.n:
        return _("none yet")
    return _("{percent} % of {n}").format(percent=round(100 * share.share), n=share.n)


def rows(
    cards: Sequence[str], progress: Progress, learner: Learner, catalogue: Catalogue
) -> list[tuple[str, str]]:
    """Each card with how often it was missed after it was first met."""
    _ = catalogue.gettext
    found = []
    for card in cards:
        reviews = progress.reviews[card]
        missed = sum(review.rating == 1 for review, _options in reviews[1:])
        again = len(reviews) - 1
        said = _("missed {missed} of {count}").format(missed=missed, count=again)
        found.append((learner.label(card), said if again else _("met once")))
    return found


def event(one: Event, progress: Progress, catalogue: Catalogue) -> str:
    """One answer in the history of a fact."""
    _ = catalogue.gettext
    outcome = (
        _("missed") if one.rating == 1 else _("right with help") if one.rating == 2 else _("right")
    )
    back = catalogue.ngettext("back after {days} day", "back after {days} days", one.days).format(
        days=one.days
    )
    line = _("{day}: {outcome}, {back}").format(
        day=day_word(one.day, progress.day, catalogue), outcome=outcome, back=back
    )
    if one.recall is None:
        return line
    chance = _("{percent} % remembered").format(percent=round(100 * one.recall))
    return f"{line} ({chance.replace(' ', NO_BREAK)})"


def _line(name: str, share: Share, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    said = _("{name} {percent} % were right: {right} of {n} (between {low} and {high} %).")
    aim = _("Aimed at: {aim} %.").format(aim=round(100 * share.aim))
    line = said.format(
        name=name,
        percent=round(100 * share.share),
        right=share.right,
        n=share.n,
        low=round(100 * share.low),
        high=round(100 * share.high),
    )
    return f"{line} {aim}"
