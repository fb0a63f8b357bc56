"""The inflected forms of English verbs and nouns, made from lemmas by rule and by table."""

from collections.abc import Iterable
from functools import cache

from tocsin.lang import section, table, words

_VOWELS = "aeiou"
_SIBILANT = ("s", "x", "z", "ch", "sh")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    found = section(table("en", "verbs"), "irregular")
    return {lemma: tuple(forms.split()) for lemma, forms in found.items() if isinstance(forms, str)}


@cache
def _doubling() -> tuple[frozenset[str], frozenset[str]]:
    data = table("en", "verbs")
    return frozenset(words(data, "doubling")), frozenset(words(data, "doubling_british"))


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith((*_SIBILANT, "o")) else "s")


def _short(lemma: str) -> bool:
    """Tell whether a one-syllable verb ends in a single vowel and a consonant that doubles."""
    if len(lemma) < 3 or lemma[-1] in "aeiouwxy" or lemma[-2] not in _VOWELS:
        return False
    head = lemma[:-2].removesuffix("qu")
    return not any(letter in _VOWELS for letter in head)


def _stems(lemma: str) -> tuple[str, ...]:
    """The stems that take ``-ed`` and ``-ing``, British and American."""
    always, british = _doubling()
    if lemma in always or _short(lemma):
        return (lemma + lemma[-1],)
    if lemma in british:
        return lemma, lemma + lemma[-1]
    return (lemma,)


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _participle(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return stem + "ing"


def verb_forms(lemma: str) -> frozenset[str]:
    """Return all forms of a verb, with ``-ise`` beside ``-ize``.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(verb_forms("tell"))
    ['tell', 'telling', 'tells', 'told']
    >>> "criticised" in verb_forms("criticize"), "planned" in verb_forms("plan")
    (True, True)
    """
    spellings = (lemma, lemma[:-3] + "ise") if lemma.endswith("ize") else (lemma,)
    found: set[str] = set()
    for spelling in spellings:
        stems = _stems(spelling)
        past = _irregular().get(spelling)
        found.update((spelling, _third_person(spelling)), map(_participle, stems))
        found.update(past if past is not None else map(_past, stems))
    return frozenset(found)


def finite_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the forms of verbs but for those in "-ing", which open no clause of their own.

    >>> sorted(finite_forms(["deny", "tell"]))
    ['denied', 'denies', 'deny', 'tell', 'tells', 'told']
    """
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma) if not form.endswith("ing"))


def plural(noun: str) -> str:
    """Return the regular plural of a noun.

    >>> plural("ally"), plural("pledge"), plural("wish")
    ('allies', 'pledges', 'wishes')
    """
    return _third_person(noun)
