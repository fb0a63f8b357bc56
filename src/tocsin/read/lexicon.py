"""The word lists behind blocks, compiled once: ``lang/en/blocks.toml``."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

_LIST: Final = "lang/en/blocks.toml"
_CAPITAL: Final = r"(?-i:[^\W\d_a-z])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Patterns for the parts of a report that are not its running text."""

    read_also: re.Pattern[str]  # the start of a teaser line
    teaser_label: re.Pattern[str]  # a label alone: what follows it are teasers
    caption_open: re.Pattern[str]
    caption_end: re.Pattern[str]
    credit_open: re.Pattern[str]
    credit_end: re.Pattern[str]
    correction: re.Pattern[str]
    agencies: frozenset[str]
    small_words: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    not_places: frozenset[str]
    stamp_words: frozenset[str]
    page_noise: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """Return the compiled word lists."""
    data = tomllib.loads(files("tocsin").joinpath(*_LIST.split("/")).read_text(encoding="utf-8"))
    lists = cast("dict[str, dict[str, list[str]]]", data)
    also, caption, credit = lists["read-also"], lists["caption"], lists["credit"]
    dateline = lists["dateline"]
    agencies = _any(credit["agencies"])
    teaser = (
        rf"(?:{_any(also['openers'])})(?!\w)"
        rf"|(?:{_any(also['labels'])})\s*(?::|[–—|»>]|$)"
        rf"|(?:{_any(also['media_openers'])})\b.*\b(?:{_any(also['media_words'])})(?!\w)"
    )
    return Lexicon(
        read_also=_compiled(teaser),
        teaser_label=_compiled(rf"(?:{_any([*also['openers'], *also['labels']])})\s*[:.…]*$"),
        caption_open=_compiled(
            rf"[\[(]?\s*(?:{_any(caption['openers'])})(?:\s*:|\s+by\s|\s*/)"
            rf"|(?:{_any(caption['file_marks'])})\s*[–—-]\s"
            rf"|(?:{_any(caption['labels'])})(?!\w)"
        ),
        caption_end=_compiled(_caption_end(caption, agencies)),
        credit_open=_compiled(
            rf"\(?(?:{_any(credit['openers'])})(?!\w)|[–—-]{{1,2}}\s?(?:{_any(credit['after_dash'])})\s(?={_CAPITAL})"
        ),
        credit_end=_compiled(rf"(?:{_any(credit['endings'])})\W*$"),
        correction=_compiled(
            rf"(?:{_any(lists['correction']['openers'])})(?!\w)"
            rf"|(?:{_any(lists['correction']['labels'])})\s*(?:$|[:,.(–—-]|added\b|appended\b)"
        ),
        agencies=frozenset(credit["agencies"]),
        small_words=frozenset(credit["small_words"]),
        months=frozenset(dateline["months"]),
        weekdays=frozenset(dateline["weekdays"]),
        not_places=frozenset(dateline["not_places"]),
        stamp_words=frozenset(dateline["stamp_words"]),
        page_noise=_compiled("|".join(lists["page"]["noise"])),
    )


def _caption_end(caption: dict[str, list[str]], agencies: str) -> str:
    """Return how captions end: "Photo: …", "– Copyright …", "© …", "(Reuters/…)", "/ Getty Images"."""
    houses, marks = _any(caption["houses"]), _any(caption["marks"])
    return (
        rf"(?:^|[.!?…”\"’'»)|–—-]\s*|\[|\()(?:(?:{marks})(?:\s*[:/|©]|\s+by\s)|copyright\s)[^!?]{{1,80}}$"
        rf"|(?:^|\W)(?:©|\(c\))\s*[^!?]{{1,80}}$"
        rf"|[(\[](?:{agencies}|{houses})(?:\s+(?:photo|file))?\s?[/|](?!\s?(?:{agencies})[)\]])[^)\]]{{1,60}}[)\]]\.?$"
        rf"|[(\[](?:{agencies}|{houses})\s+(?:file\s+)?(?:photos?|images?|picture):[^)\]]{{1,60}}[)\]]\.?$"
        rf"|(?:/|\||via\s|\()\s?(?:{houses})(?:,\s*file)?\s?[)\]]?\.?$"
        rf"|\w\s?/\s?(?:{agencies})(?:,\s*file)?\s?[)\]]?\.?$"
    )


def _any(words: Iterable[str]) -> str:
    """Return an alternation, longest first, in which a space is any space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
