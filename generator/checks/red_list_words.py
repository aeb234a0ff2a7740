"""No text claims a cure or a success rate, or uses a word that stigmatises.

Reads every text of the programme's own files and of the components it runs. Words quoted as search synonyms in
the glossary and the red list itself are not read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion, RedListEntry
from generator.model.design import Design
from generator.model.week import Week
from generator.source import Path_

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    entries = [entry for entry in design.catalogue.red_list.values() if entry.kind in ("claim", "stigma")]
    sources = [*design.chain, *(design.catalogue.sources["components", name] for name in design.components)]
    phrases = {id(entry): {phrase.casefold() for phrase in entry.phrases} for entry in entries}
    wanted = tuple(sorted(set().union(*phrases.values())))
    for source in sources:
        # A quick look at the whole file; which text it was matters only for the few entries that may be in it.
        mentioned = source.mentioned(wanted)
        likely = [entry for entry in entries if not phrases[id(entry)].isdisjoint(mentioned)]
        if not likely:
            continue
        for path, text in _texts(source.data):
            for word, entry in found_in(text, likely):
                yield Finding("phrase", source.at(*path),
                              {"word": word, "entry": entry.title, "instead": entry.instead})


def found_in(text: str, entries: Iterable[RedListEntry]) -> Iterator[tuple[str, RedListEntry]]:
    """Every phrase of the entries that stands in the text as whole words."""
    for entry in entries:
        if entry.phrases and (found := _pattern(entry.phrases).search(text)):
            yield found[0], entry


@lru_cache(maxsize=512)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE)


def _texts(data: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in ("house_words", "synonyms"):
                yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _texts(value, (*path, i))
