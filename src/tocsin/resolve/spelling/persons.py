"""Whether two spellings can be of one person."""

import re
from typing import Final

from rapidfuzz.distance import Levenshtein

from tocsin.resolve.spelling.aligned import MATCH, SAME_SOUND, Alignment, align
from tocsin.resolve.spelling.alone import is_vague, is_vaguely_divided
from tocsin.resolve.spelling.analysed import Analysed, Word
from tocsin.resolve.spelling.score import Comparison, Tally
from tocsin.resolve.spelling.sounds import initial_class, likeness

_VARIANT: Final = 0.96  # two forms of one given name
_INITIAL: Final = 0.87
_FEMININE: Final = re.compile(r"(?:ska|skaia|ova|eva|ina|aia)$")
_MADE_FEMININE: Final = frozenset(("a", "ia", "iia", "iya", "ya"))
_BRIEF: Final = 3
_BRIEF_TOO: Final = 0.06
_LETTERED: Final = 0.85  # where the consonants are the same
_PATRONYMIC: Final = re.compile(r"(?:o|e)vi[qS]$|(?:o|e|i|y)vna$|ini[qS]na$|i[qS]$|uly$|ogly$|oglu$")
_JOINED: Final = 0.92
_BARE: Final = 0.95  # "Alkadi", "al-Kadi"


def compare_persons(left: Analysed, right: Analysed) -> Comparison:
    """Return how far two names may be one person's, each part with its reason."""
    for short, long in ((left, right), (right, left)):
        if short.acronym and short.acronym in long.acronyms:
            why = f"“{short.name}” are the initials of “{long.name}”"
            return Tally().add("acronym", _INITIAL, why).done(partial=True)
    tally = Tally()
    if left.several != right.several:
        return tally.add("conflict", 0.0, "one names several, the other one").done()
    found = align(left.words, right.words, like)
    if len(left.words) != len(right.words) and one_word_more(left, right, _JOINED):
        vague = min(len(left.words), len(right.words)) == 1 and is_vaguely_divided(left, right)
        return tally.add("spelling", 0.94, "the same letters, divided otherwise").done(vague=vague)
    if not found.fits:
        return tally.add("spelling", 0.0, "no word of the one fits a word of the other").done()
    tally.add("spelling", found.quality, found.why)
    if found.crossed:
        tally.times("order", *_order(left, right))
    ours = [w.text for w in (left.words[i] for i in found.left) if not w.loose]
    theirs = [w.text for w in (right.words[i] for i in found.right) if not w.loose]
    if ours and theirs:
        return tally.times("conflict", 0.25, f"“{' '.join(ours)}” is not “{' '.join(theirs)}”").done()
    if left.generic != right.generic:
        factor = 0.25 if left.generic and right.generic else 0.65
        tally.times("generation", factor, "one is named a son or a father")
    if found.crossed and len(found.fits) == 2 and any(f.value < 0.9 for f in found.fits):
        tally.times("order", 0.85, "another order and another spelling")
    partial = _missing(left, right, found, tally)
    lone = min(len(left.words), len(right.words)) == 1
    return tally.done(
        partial=partial or is_part(left) or is_part(right),
        alone=len(left.words) == len(right.words) == 1,
        vague=lone and any(is_vague(left.words[fit.left], right.words[fit.right]) for fit in found.fits),
    )


def _order(left: Analysed, right: Analysed) -> tuple[float, str]:
    """Return what another order of the words leaves: the son of one is the father of the other."""
    if left.descent or right.descent:
        return 0.4, "the words stand in another order, and one is the other’s son"
    if all(word.names for word in (*left.words, *right.words)):
        return 0.78, "the words stand in another order, and all are given names"
    return 0.97, "the words stand in another order"


def is_part(name: Analysed) -> bool:
    """Return whether a person's name has less than two full words."""
    return sum(not word.initial for word in name.words) < 2


def _missing(left: Analysed, right: Analysed, found: Alignment, tally: Tally) -> bool:
    """Weigh the words that only one name has; return whether the other is only part of a name."""
    longer, free = (left, found.left) if found.left else (right, found.right)
    fitted = sorted((fit.left if found.left else fit.right) for fit in found.fits)
    if len(left.words) == len(right.words) == 1:
        tally.times("single", 0.92, "both are one word only")
        return True
    if len(fitted) == 1 and free:
        if fitted[0] == len(longer.words) - 1:
            tally.times("missing", 0.6, "a last name alone")
        else:
            tally.times("missing", 0.45, "one word of several")
        return True
    if any(longer.words[at].initial for at in free) and any(longer.words[at].initial for at in fitted):
        tally.times("missing", 0.6, "other initials between")
    for at in free:
        word = longer.words[at]
        if word.loose or _PATRONYMIC.search(word.sound):
            tally.times("missing", 0.99, f"without the patronymic “{word.text}”")
        elif at > fitted[-1]:
            tally.times("missing", 0.8, f"without the last word, “{word.text}”")
        elif at < fitted[0]:
            tally.times("missing", 0.85, f"without the first word, “{word.text}”")
        else:
            tally.times("missing", 0.98, f"without the middle word, “{word.text}”")
    return False


def like(left: Word, right: Word) -> tuple[float, str]:
    """Return how far two different words of persons' names may be the same word, and why."""
    if left.initial or right.initial:
        same = initial_class(left.sound, left.names) & initial_class(right.sound, right.names)
        return (_INITIAL if same else 0.0), "an initial"
    if left.unvowelled != right.unvowelled:
        return unvowelled_likeness(left, right), "the same consonants"
    if left.sound == right.sound:
        return SAME_SOUND, "the same sound"
    if left.names and right.names:
        if left.names & right.names:
            return _VARIANT, "forms of one given name"
        return 0.0, "two given names"
    return _like_sound(left, right), "a like sound"


def _like_sound(left: Word, right: Word) -> float:
    value = likeness(left.sound, right.sound)
    if value < MATCH and left.bare == right.bare:
        return value
    if _gendered(left.text, right.text) or _gendered(left.sound, right.sound):
        return 0.0
    if value < _VARIANT and (left.bare is None) != (right.bare is None):
        value = max(value, min(_BARE, likeness(left.bare or left.sound, right.bare or right.sound)))
    if max(len(left.sound), len(right.sound)) <= _BRIEF:
        value -= _BRIEF_TOO  # "Un", "Eun": nothing else is left to tell them apart
    return value


def one_word_more(left: Analysed, right: Analysed, least: float) -> bool:
    """Return whether two names sound the same read as one word: "Xi Jin-ping", "Xi Jinping"."""
    if any(word.initial for word in (*left.words, *right.words)):
        return left.joined == right.joined  # "J. D.", "JD"
    if left.unvowelled != right.unvowelled:
        return len(left.bones) > 3 and left.bones == right.bones
    value = likeness(left.joined, right.joined)
    return value >= least or (value >= _LETTERED and len(left.bones) > 3 and left.bones == right.bones)


def unvowelled_likeness(left: Word, right: Word) -> float:
    """Return the likeness of a word written without vowels to one with them."""
    ours, theirs = left.consonants, right.consonants
    if ours == theirs or ours.replace("j", "") == theirs.replace("j", ""):
        if len(ours) > 1 or min(len(left.sound), len(right.sound)) > _BRIEF:
            return 0.95 if len(ours) > 2 else 0.9
        return 0.93 if left.names or right.names else 0.82  # "Ali" is known; else one letter tells little
    return 0.8 if min(len(ours), len(theirs)) > 3 and Levenshtein.distance(ours, theirs) == 1 else 0.0


def _gendered(left: str, right: str) -> bool:
    """Return whether one is the feminine form of a Slavic last name and the other is not."""
    if left.endswith("a") == right.endswith("a"):
        return False
    woman, man = (left, right) if left.endswith("a") else (right, left)
    return bool(_FEMININE.search(woman)) or (woman.startswith(man) and woman[len(man) :] in _MADE_FEMININE)
