"""Whether two spellings can be of one organisation, group, unit or other thing."""

from typing import Final

from tocsin.resolve.spelling.aligned import SAME_SOUND, Alignment, align
from tocsin.resolve.spelling.alone import is_vague, is_vaguely_divided
from tocsin.resolve.spelling.analysed import Analysed, Word
from tocsin.resolve.spelling.persons import one_word_more, unvowelled_likeness
from tocsin.resolve.spelling.score import Comparison, Tally
from tocsin.resolve.spelling.sounds import likeness
from tocsin.resolve.spelling.tables import words
from tocsin.resolve.spelling.wording import distinctive, stem

_ACRONYM: Final = 0.87
_SMALL: Final = 0.85  # "DOA" for "Department of Arts": other bodies have these letters, too
_SHORT: Final = 4  # letters: below, another letter is another name
_MORE: Final = frozenset(("s", "n", "an", "ian", "ish", "ese", "e"))  # after a whole word: "Iran", "Iranian"
_BRIEF: Final = 5
_SIZES: Final = frozenset(
    ("brigade", "regiment", "battalion", "division", "unit", "company", "detachment", "corp")
)
_JOINED: Final = 0.93
_TELLING: Final = 2  # consonants of a spelling without vowels
_NEARLY: Final = 0.95
_DOUBTFUL: Final = 0.81


def compare_bodies(left: Analysed, right: Analysed) -> Comparison:
    """Return how far two names may be of one body or thing, each part with its reason."""
    if abbreviated := _abbreviated(left, right):
        return abbreviated
    tally = Tally()
    if left.several != right.several:
        return tally.add("conflict", 0.0, "one names several, the other one").done()
    if left.plural != right.plural:
        of = ", ".join(sorted(left.plural ^ right.plural))
        return tally.add("conflict", 0.0, f"one names several of a kind ({of}), the other one").done()
    found = align(left.words, right.words, like)
    if len(left.words) != len(right.words) and one_word_more(left, right, _JOINED):
        vague = min(len(left.words), len(right.words)) == 1 and is_vaguely_divided(left, right)
        return tally.add("spelling", 0.92, "the same letters, divided otherwise").done(vague=vague)
    if not found.fits:
        return tally.add("spelling", 0.0, "no word of the one fits a word of the other").done()
    tally.add("spelling", found.quality, found.why)
    if found.crossed:
        tally.times("order", 0.96, "the words stand in another order")
    _weigh_rest(left, right, found, tally)
    alone = len(left.words) == len(right.words) == 1
    fit = found.fits[0]
    vague = alone and is_vague(left.words[fit.left], right.words[fit.right])
    return tally.done(alone=alone, vague=vague)


def _abbreviated(left: Analysed, right: Analysed) -> Comparison | None:
    """Return what abbreviations tell; None where neither is one for the other."""
    for short, long in ((left, right), (right, left)):
        if short.acronym and short.acronym in long.acronyms:
            why = f"“{short.name}” abbreviates “{long.name}”"
            tally = Tally().add("acronym", _ACRONYM, why)
            if short.acronym not in long.telling:
                tally.times("small", _SMALL, "only with a letter of its small words")
            return tally.done(partial=True)
    if left.acronym and right.acronym and left.acronym != right.acronym:
        return Tally().add("acronym", 0.0, "two abbreviations that differ").done()
    if left.unvowelled != right.unvowelled and (left.acronym or right.acronym or len(left.bones) < _TELLING):
        return Tally().add("spelling", 0.0, "too few consonants to tell").done()
    return None


def _weigh_rest(left: Analysed, right: Analysed, found: Alignment, tally: Tally) -> None:
    """Weigh the words that only one has: of both, they contradict each other."""
    ours, theirs = [left.words[i].text for i in found.left], [right.words[i].text for i in found.right]
    if ours and theirs:
        numbered = any(word.number for word in left.words)
        if _SIZES.issuperset((*ours, *theirs)) and not numbered:
            tally.times("kind", 0.78, f"one is a {ours[0]}, one a {theirs[0]}")
        else:
            tally.times("conflict", 0.25, f"“{' '.join(ours)}” is not “{' '.join(theirs)}”")
        return
    fitting = [left.words[fit.left] for fit in found.fits]
    telling = len(fitting) > 2 or any(word.number or distinctive(word.text) for word in fitting)
    for word in (*ours, *theirs):
        generic = word in words("generic") and telling
        tally.times("missing", 0.9 if generic else 0.72, f"only one has “{word}”")
    if left.generic and right.generic and not left.generic & right.generic and not (ours or theirs):
        tally.times("kind", 0.9, "they call themselves different kinds of body")


def like(left: Word, right: Word) -> tuple[float, str]:
    """Return how far two words of names of bodies may be the same word, and why."""
    if left.number or right.number:
        return 0.0, ""
    if left.unvowelled != right.unvowelled:
        return unvowelled_likeness(left, right), "the same consonants"
    if min(len(left.text), len(right.text)) < _SHORT:
        return 0.0, ""
    if left.sound == right.sound:
        return SAME_SOUND, "the same sound"
    if _of_one_stem(left.text, right.text):
        return 0.92, "of one stem"
    value = likeness(left.sound, right.sound)
    longer, shorter = sorted((left.text, right.text), key=len, reverse=True)
    if longer.startswith(shorter) or (value < _NEARLY and max(len(left.sound), len(right.sound)) <= _BRIEF):
        value = min(value, _DOUBTFUL)  # Niger, Nigeria; Fatah, Fatih
    return value, "a like sound"


def _of_one_stem(left: str, right: str) -> bool:
    """Return whether the two differ in an ending only: "Ukraine", "Ukrainian"; not "Niger", "Nigeria"."""
    longer, shorter = sorted((left, right), key=len, reverse=True)
    if longer.startswith(shorter):
        return longer[len(shorter) :] in _MORE
    return stem(left) == stem(right) != ""
