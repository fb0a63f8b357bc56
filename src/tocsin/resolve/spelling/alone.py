"""Names of one word, which has nothing beside it to bear it out."""

from typing import Final

from tocsin.resolve.spelling.analysed import Analysed, Word
from tocsin.resolve.spelling.sounds import VOWELS

_LETTERS: Final = 5  # below, too many names are near each other: "Lee", "Li"
_DIVIDED: Final = 6  # letters of a name that one writes as two words
_CONSONANTS: Final = 3  # of a spelling without vowels
_NEAR: Final = str.maketrans("io", "eu")  # vowels that romanisation takes for one another
_NONE: Final = str.maketrans("", "", "".join(sorted(VOWELS)))


def is_vague(left: Word, right: Word) -> bool:
    """Return whether two words, where each is all there is, are too little to take for one name.

    Other consonants may be another romanisation; other vowels alone make another name, but for e
    written as i and o as u.
    """
    if left.text == right.text:
        return False
    if left.unvowelled != right.unvowelled:
        return min(len(left.consonants), len(right.consonants)) < _CONSONANTS
    if min(len(left.text), len(right.text)) < _LETTERS:
        return True
    if left.sound.translate(_NONE) != right.sound.translate(_NONE):
        return False
    return left.sound.translate(_NEAR) != right.sound.translate(_NEAR)


def is_vaguely_divided(left: Analysed, right: Analysed) -> bool:
    """Return whether a name of one word and one of several are too little alike, read as one word."""
    if left.unvowelled != right.unvowelled:
        return False
    letters = min(sum(len(word.text) for word in name.words) for name in (left, right))
    return letters < _DIVIDED or left.joined != right.joined
