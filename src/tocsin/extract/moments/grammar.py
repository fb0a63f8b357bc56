"""Rules over classes of words, run as regular expressions over one character a token.

The method is that of finite-state cascades (Abney 1996; Hobbs et al. 1997): each level finds the
longest expressions among its tokens, and the next level reads those as tokens. Each set of classes
that a token may have is one character (an ambiguity class, Cutting et al. 1992), so a rule is a
regular expression that runs over a whole text at once.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.moments.lexicon import Fact, Facts, Token
from tocsin.extract.moments.sense import Sense
from tocsin.extract.moments.shapes import shape

_ITEM: Final = re.compile(r"@(\w+)|(?:(\w+)=)?((?:[A-Z][A-Z_]+|[a-z'-]+)(?:/(?:[A-Z][A-Z_]+|[a-z'-]+))*)")
_PART: Final = re.compile(r"\(\?P<\w+>\[([^\]]+)\]\)([?*]?)|\[([^\]]+)\]([?*]?)|[()|]")
_FIRST_CODE: Final = 0xE000  # private use: no sign has a meaning in a regular expression
NOTHING: Final = "\ue000"  # a token of no class


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule: which tokens its named parts are."""

    tokens: Sequence[Token]
    match: re.Match[str]
    rule: str

    def token(self, part: str) -> Token | None:
        """Return the (first) token of a part; None where the part is missing."""
        at = self.match.start(part) if part in self.match.re.groupindex else -1
        return self.tokens[at] if at >= 0 else None

    def fact(self, part: str, *classes: str) -> Fact | None:
        """Return the value that a part has in the first of the classes that it has one in."""
        token = self.token(part)
        if token is None:
            return None
        return next((token.facts[name] for name in classes if name in token.facts), None)

    def number(self, part: str, *classes: str) -> int | None:
        """Return a whole number; None where the part is missing or is none."""
        fact = self.fact(part, *classes)
        return fact if isinstance(fact, int) else None

    def word(self, part: str, *classes: str) -> str | None:
        """Return a value that is a word."""
        fact = self.fact(part, *classes)
        return fact if isinstance(fact, str) else None

    def beside(self, steps: int) -> Token | None:
        """Return the token so many before (-1) or after (1) the match."""
        at = self.match.start() + steps if steps < 0 else self.match.end() + steps - 1
        return self.tokens[at] if 0 <= at < len(self.tokens) else None


Builder = Callable[[Found], Sense | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run; without one of the codes ``needed`` a text holds no match, where there are any."""

    name: str
    pattern: "re.Pattern[str]"
    build: Builder
    needed: frozenset[str]

    @classmethod
    def of(cls, name: str, pattern: "re.Pattern[str]", build: Builder) -> Self:
        """Return a rule that knows which codes it needs."""
        return cls(name, pattern, build, needed(pattern.pattern))

    def may_match(self, present: frozenset[str]) -> bool:
        """Tell whether a text with these codes may hold a match."""
        return not self.needed or not self.needed.isdisjoint(present)


@dataclass(frozen=True, slots=True)
class Level:
    """The rules of one level, ready to run, with the codes of the classes."""

    codes: "Codes"
    rules: tuple[Rule, ...]

    def read(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens with each expression found made one token; the longest first, from the left."""
        line = self.codes.line(tokens)
        present = frozenset(line)
        found = [
            (match.start() - match.end(), order, match, rule)
            for order, rule in enumerate(self.rules)
            if rule.may_match(present)
            for match in rule.pattern.finditer(line)
            if match.end() > match.start()
        ]
        taken = bytearray(len(tokens))
        made: dict[int, tuple[int, Sense]] = {}
        for _, _, match, rule in sorted(found, key=lambda item: item[:2]):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            sense = rule.build(Found(tokens, match, rule.name))
            if sense is not None:
                made[start] = (end, sense)
                taken[start:end] = b"\1" * (end - start)
        return list(_replaced(tokens, made)) if made else list(tokens)


def _replaced(tokens: Sequence[Token], made: Mapping[int, tuple[int, Sense]]) -> Iterable[Token]:
    at = 0
    while at < len(tokens):
        if at in made:
            end, sense = made[at]
            first, last = tokens[at], tokens[end - 1]
            form = " ".join(token.form for token in tokens[at:end])
            yield Token(first.start, last.end, form, {shape(sense): 0}, sense)
            at = end
        else:
            yield tokens[at]
            at += 1


@dataclass(frozen=True, slots=True)
class Codes:
    """A character for each set of classes that a token may have."""

    of_sets: Mapping[frozenset[str], str]
    literals: frozenset[str]  # the words that rules name
    of_plain: Mapping[str, str]  # of words and marks that are always of the same classes

    @classmethod
    def of(cls, kinds: Iterable[Token], literals: Iterable[str], plain: Mapping[str, Facts]) -> "Codes":
        """Return codes for all kinds of token there are; ``plain`` are words with their only classes."""
        named = frozenset(literals)
        sets = dict.fromkeys(classes_of(token, named) for token in kinds)
        sets |= dict.fromkeys(frozenset({f"={word}"}) for word in sorted(named))
        sets.pop(frozenset(), None)
        of_sets = {each: chr(_FIRST_CODE + 1 + number) for number, each in enumerate(sets)}
        of_plain = {
            form: of_sets[classes_of(Token(0, 0, form, facts), named)] for form, facts in plain.items()
        }
        return cls(of_sets, named, of_plain)

    def line(self, tokens: Iterable[Token]) -> str:
        """Return the text as one character a token."""
        sets, literals, plain = self.of_sets, self.literals, self.of_plain
        return "".join(
            [
                (token.sense is None and plain.get(token.form))
                or (sets.get(classes_of(token, literals), NOTHING) if token.facts else NOTHING)
                for token in tokens
            ]
        )

    def choice(self, names: str) -> str:
        """Return the pattern of one token of any of the classes or words ("UNIT/the").

        Raises:
            ValueError: no token is of such a class.
        """
        if names == "NOTHING":
            return NOTHING
        wanted = {name if name.isupper() else f"={name}" for name in names.split("/")}
        codes = "".join(code for each, code in self.of_sets.items() if not wanted.isdisjoint(each))
        if not codes:
            raise ValueError(f"rules of time: no token is {names!r}")
        return f"[{codes}]"


def classes_of(token: Token, literals: frozenset[str]) -> frozenset[str]:
    """Return the classes of a token, and itself as one where a rule names it."""
    classes = frozenset(token.facts)
    named = token.sense is None and token.form in literals
    return classes | {f"={token.form}"} if named else classes


def literals_in(source: str) -> Iterable[str]:
    """Return the words that a pattern names.

    >>> sorted(literals_in("(the)? u=UNIT of/in"))
    ['in', 'of', 'the']
    """
    for _, _, names in _ITEM.findall(source):
        yield from (name for name in names.split("/") if name and not name.isupper())


def pattern(source: str, macros: Mapping[str, str], codes: Codes) -> "re.Pattern[str]":
    """Return a rule's pattern as a regular expression over codes.

    ``CLASS`` or ``word`` is one token, ``A/B`` one of either, ``x=CLASS`` names it (``x2`` where the
    name comes again), ``@name`` is a macro; brackets and the signs of repetition and of looking
    around are those of regular expressions.
    """

    def item(match: "re.Match[str]") -> str:
        macro, name, names = match.groups()
        if macro:
            return _ITEM.sub(item, macros[macro])
        choice = codes.choice(names)
        if not name:
            return choice
        used[name] += 1
        number = used[name] if used[name] > 1 else ""
        return f"(?P<{name}{number}>{choice})"

    used: Counter[str] = Counter()
    return re.compile("".join(_ITEM.sub(item, source).split()))


def needed(source: str) -> frozenset[str]:
    """Return codes one of which every match of a compiled rule has: those of its rarest fixed token.

    Empty where no token is fixed. A rule is not run over a text that has none of them.
    """
    fixed: list[str] = []
    depth = 0
    for part in _PART.finditer(source):
        named, named_sign, plain, sign = part.groups()
        if part[0] in {"(", ")"}:
            depth += 1 if part[0] == "(" else -1
        elif part[0] == "|" and depth == 0:
            return frozenset()
        elif part[0] != "|" and depth == 0 and not (named_sign or sign):
            fixed.append(named or plain)
    return min(map(frozenset, fixed), key=len, default=frozenset())
