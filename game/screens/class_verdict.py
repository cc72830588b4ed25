"""What is said about the answer of a class or of teams: how many had it, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from game.play.sitting import Sitting
from game.rounds.state import Answered, Round
from game.rounds.vote import knew
from game.screens import verdict as single
from game.screens.teams_words import listed, team_name
from game.screens.verdict import Verdict
from game.ui.scene import Catalogue


def verdict(sitting: Sitting, catalogue: Catalogue) -> Verdict:
    """What to say about the answer of the question that stands now, whoever plays."""
    if sitting.studies:
        from game.screens import study_verdict

        return study_verdict.verdict(sitting, catalogue)
    who = sitting.round.crew.who
    if who == "teams":
        return _teams(sitting, catalogue)
    said = single.verdict(sitting, catalogue)
    return _class(sitting, said, catalogue) if who == "class" else said


def _class(sitting: Sitting, said: Verdict, catalogue: Catalogue) -> Verdict:
    _ = catalogue.gettext
    state = sitting.round
    given = sitting.answered
    if given is not None and given.overruled and not given.right:
        said = replace(said, line=_("Taken back: this answer does not count."))
    elif given is not None and given.marked and not given.right:
        said = replace(said, line=_("Fewer than half had it."))
    if state.crew.phones and given is not None and given.earned:
        held = _held(state, given, catalogue)
        said = replace(said, line=held if given.right else f"{said.line} {held}")
    phones = state.crew.phones
    counted = on_phones(state, catalogue) if phones else hands(state, state.at, catalogue)
    return replace(said, after=" ".join(filter(None, (counted, said.after))))


def _held(state: Round, given: Answered, catalogue: Catalogue) -> str:
    """What all have put into the cell together, which is the mean of theirs."""
    _ = catalogue.gettext
    if state.rules.scheme == "classic":
        return _("{points} points.").format(points=given.earned)
    mends = state.now.mends is not None
    fuel = single.held_after_mend(state) if mends else given.earned
    return _("The class’s cell is {percent} % full.").format(percent=min(100, fuel))


def on_phones(state: Round, catalogue: Catalogue) -> str:
    """How many learners of a live class had the question that stands; "" if none was asked."""
    right, of = knew(state, state.at) or (0, 0)
    line = catalogue.ngettext(
        "{right} of {of} learner had it.", "{right} of {of} learners had it.", of
    )
    return line.format(right=right, of=of) if of else ""


def hands(state: Round, asked: int, catalogue: Catalogue) -> str:
    """How many hands were right about a question, after talking and before it; "" if unknown."""
    held = state.votes_on(asked)
    votes = [vote for vote in held if vote.share is not None]
    if not votes:
        return ""
    last = votes[-1]
    if held[-1].share is None:
        before = catalogue.gettext("Before talking {right} of {of} hands were right.")
        return before.format(right=last.right, of=last.of)
    line = catalogue.ngettext(
        "{right} of {of} hand was right.", "{right} of {of} hands were right.", last.of or 0
    ).format(right=last.right, of=last.of)
    if len(votes) > 1:
        before = catalogue.gettext("Before talking {right} of {of} were.")
        line += " " + before.format(right=votes[0].right, of=votes[0].of)
    return line


def _teams(sitting: Sitting, catalogue: Catalogue) -> Verdict:
    _ = catalogue.gettext
    state, asked = sitting.round, sitting.round.now
    answers = [a for a in state.answers if a.asked == state.at and not a.skipped]
    right = (state.right_share(state.at) or 0.0) >= 0.5
    line = _who(state, answers, catalogue)
    if asked.purpose == "mend":
        if right:
            return Verdict(True, "mended", _("Mended"), line, _("The cell is full after all."))
        return Verdict(False, "recheck", _("Not yet"), line, _("The rocket flies all the same."))
    if asked.purpose == "spare":
        after = _("Now back to what was missed.")
        return Verdict(right, "right" if right else "none", "", line, after if right else "")
    if right:
        return Verdict(True, "right", _("Right"), line)
    after = _("This fact comes once more at T-0, and can be mended.")
    return Verdict(False, "recheck", _("Not this time"), line, after if state.rules.hold else "")


def _who(state: Round, answers: list[Answered], catalogue: Catalogue) -> str:
    """Which teams were right, and what each of them has for it."""
    _ = catalogue.gettext
    first = next((a for a in answers if a.seat == state.first_asked), None)
    right = [a for a in answers if a.right]
    if first is not None and first.right:
        line = _("{team} was right: {fuel} fuel.")
        return line.format(team=team_name(first.seat, catalogue), fuel=first.earned)
    names = listed([a.seat for a in right], catalogue)
    if first is not None:
        missed = _("{team} missed it.").format(team=team_name(first.seat, catalogue))
        if not right:
            return missed + " " + _("No other team had it either.")
        after = _("Right after it, {fuel} fuel each: {teams}.")
        return missed + " " + after.format(teams=names, fuel=right[0].earned)
    if not right:
        return _("No team had it this time.")
    if not right[0].earned:
        return _("Right: {teams}.").format(teams=names)
    most = max(a.earned for a in right)
    return (
        _("Right, up to {fuel} fuel each: {teams}.").format(teams=names, fuel=most)
        if any(a.earned != most for a in right)
        else _("Right, {fuel} fuel each: {teams}.").format(teams=names, fuel=most)
    )
