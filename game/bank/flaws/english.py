"""English: the lists that the criteria go by."""

from __future__ import annotations

import re

from game.bank.flaws.lexicon import EMPTY, Lexicon, Phrases


def words(text: str) -> frozenset[str]:
    """Words between blanks."""
    return frozenset(text.split())


def pairs(text: str) -> frozenset[frozenset[str]]:
    """Pairs of words between commas."""
    return frozenset(frozenset(part.split()) for part in text.split(","))


def phrases(text: str) -> Phrases:
    """Phrases between commas."""
    return Phrases.of(part.strip() for part in text.split(","))


NOUNS_IN_ING = words(
    "anything beginning building ceiling everything evening lightning meeting morning nothing "
    "something wedding"
)
"""Words that end like a verb's form in -ing and mean a thing."""

ENGLISH = Lexicon(
    language="en",
    catch_all=re.compile(
        r"\b(none|all|both|any|neither|either|some) of (the )?(above|these|those|them|others"
        r"|answers|options)\b"
        r"|\b(all|both|none|neither)( answers| options)?( are| is)?"
        r" (right|true|correct|wrong|false)\b"
        r"|\b(something|nothing|none) else\b|\bno(ne)? (right|correct|true) answer\b"
        r"|^(none|neither|both|all)$"
    ),
    lettered=re.compile(
        r"^(both |either |only |neither )?[a-d1-4]( and | or | nor | [a-d] and )[a-d1-4]( only)?$"
    ),
    truth_words=words("true false yes no"),
    absolutes=words(
        "always never none all every everybody everyone everything everywhere nobody nothing "
        "completely absolutely totally entirely definitely impossible incapable inevitable"
    ),
    amounts=words(
        "half third quarter fifth tenth most some few many several part half all every none one "
        "two three percent"
    ),
    vague=words(
        "frequently occasionally rarely seldom sometimes usually regularly periodically "
        "infrequently generally often nearly somewhat partly"
    ),
    hedges=EMPTY.hedges,
    negatives=words(
        "not never none without except excluding exclude excludes deny denies refuse refuses "
        "oppose opposes dispute disputes false incorrect wrong untrue cannot neither nor"
    ),
    denials=words("not no never none cannot nor neither"),
    idioms=phrases(
        "all over, all around, after all, above all, at all, all in all, all three, in all, "
        "how often, as often as, so often, more or less than, not only, whether or not, "
        "once and for all, all the way, all together"
    ),
    question_words=words("who whom whose what which when where why how whether"),
    imperatives=words(
        "name choose find say give complete pick put match order sort list select mark tell "
        "write guess point decide finish fill type spell count read look compare"
    ),
    auxiliaries=words(
        "is are was were be been am do does did has have had can could will would may might "
        "must shall should"
    ),
    pronouns=words("it its he him his she her hers they them their theirs this these those"),
    possessives=words("its his her their"),
    function_words=words(
        "a an the of in on at by for from to with and or as into about after before than "
        "there that only also just still now then up out so but"
    ),
    common=words(
        "about after also before does from have into many most more much only over than that "
        "their them there they this what when where which whom whose will with were name called "
        "been being could during each else first into just like made make must other some such "
        "take than then through under until very well while would your according kind sort type "
        "people thing things year years"
    ),
    covered=phrases(
        "of the following, following options, of these options, of the options, given below, "
        "listed below, which of these, which of those, what of these, one of the above, "
        "of the answers"
    ),
    hinged=phrases(
        "previous question, last question, question above, question before, next question, "
        "your answer, answer above, answer to question, in question"
    ),
    clauses=words(
        "who which that when where while because although though since if unless but so until whose"
    ),
    opinions=phrases(
        "the best, the worst, the greatest, the finest, most beautiful, most important, "
        "most interesting, most famous, most impressive, most exciting, unfortunately, "
        "fortunately, wonderful, terrible, heroic, glorious, shameful"
    ),
    opposites=pairs(
        "increase decrease, increases decreases, rises falls, more less, more fewer, higher "
        "lower, larger smaller, bigger smaller, faster slower, longer shorter, before after, "
        "above below, over under, inside outside, earlier later, early late, left right, north "
        "south, east west, hot cold, old new, first last, open closed, light heavy, public "
        "private, with without, up down"
    ),
    prepositions=words(
        "in on at by for from to with of into onto over under near between through for"
    ),
    titles=phrases(
        "president, vice president, prime minister, deputy prime minister, minister, ministers, "
        "premier, chancellor, ambassador, ambassadors, governor, mayor, senator, deputy minister, "
        "head of state, head of government, secretary of state, general secretary, "
        "secretary general"
    ),
    conflict=phrases(
        "war, wars, warfare, warhead, warheads, wartime, battle, battles, army, armies, military, "
        "soldier, soldiers, troops, weapon, weapons, arms race, missile, missiles, bomb, bombs, "
        "bomber, bombers, sanction, sanctions, sanctioned, embargo, invasion, invade, invaded, "
        "annexation, nuclear deterrent, intercontinental, ballistic, attack, attacks, attacked"
    ),
    acronyms=words(
        "USA US UK EU UN USSR CCCP TV DNA CD DVD AM PM OK NASA ESA GPS LED I II III "
        "IV V VI VII VIII IX X XI XII BC AD BCE CE"
    ),
    stands_for=phrases("stand for, stands for, short for, letters, full name, abbreviation"),
    attribution=words("who whose whom according says said say text source sources article"),
    endings=("ing", "ed", "es", "s"),
    an_before=("hour", "honest", "honour", "honor", "heir"),
    a_before=("uni", "use", "usu", "euro", "eu", "one", "once", "ufo", "uto", "ubi"),
)
