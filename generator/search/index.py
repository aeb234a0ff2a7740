"""The index file of one language: what the browser needs to answer without asking anybody."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from generator.language import Words
from generator.model.catalogue import Synonyms
from generator.model.design import Catalogue
from generator.search.entries import Place, places
from generator.search.families import Families, folded, tokens
from generator.search.languages import ELSEWHERE, STOP_WORDS, WEAK, families

TITLE, ALSO, LEAD, HEADING, MUCH, SOME, LITTLE = "ABCDEFG"
"""Where a word stands, which tells how much it weighs; the weights themselves lie in ``search.js``."""
BOILERPLATE = 6
"""A heading on more pages than this says nothing about any of them."""
EVERYWHERE = 0.05
"""A word in more parts than this is kept only where it is said often: elsewhere it tells nothing."""
MOST_PARTS = 2
GROUP_WEIGHTS = (110, 95, 85, 80, 75)
LONGEST_PHRASE = 6


def index_file(tree: Mapping[str, bytes], catalogue: Catalogue, words: Words) -> bytes:
    """``assets/search-index.js`` of one language."""
    said = json.dumps(index(tree, catalogue, words), ensure_ascii=False, separators=(",", ":"))
    # A string that the browser reads as JSON is ready sooner than the same written as a program.
    quoted = json.dumps(said, ensure_ascii=False).replace("</", "<\\/")
    quoted = quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # old browsers take these for the end of a line
    return f"window.tcSearchIndex=JSON.parse({quoted});\n".encode()


def index(tree: Mapping[str, bytes], catalogue: Catalogue, words: Words) -> dict[str, object]:
    """The index as plain data."""
    found = places(tree, catalogue, words)
    kin = families(words.code)
    spoken = [folded(said) for group in catalogue.synonyms.groups.values() for said in getattr(group, words.code, ())]
    vocabulary = _vocabulary(found, catalogue.synonyms)
    kin.learn(vocabulary, spoken)
    stop = STOP_WORDS.get(words.code, frozenset())
    paths = {place.path: number for number, place in enumerate(found)}
    parts, posts = _posts(found, kin)
    forms: dict[str, set[str]] = defaultdict(set)
    for word in vocabulary:
        forms[kin.root(word)].add(word)
    # A function word is no page's own word; a phrase may still hold it.
    kept = sorted(root for root in posts if root not in stop)
    phrases, groups = _phrases(found, catalogue.synonyms, kin, paths)
    return {
        "language": words.code,
        "places": [[p.path, p.title, p.kind, p.weight, p.description, list(p.facts)] for p in found],
        "parts": parts,
        "roots": _shared(kept),
        "posts": " ".join(_steps(part for part, _ in posts[root]) for root in kept),
        "ranks": "".join(rank for root in kept for _, rank in posts[root]),
        "forms": _shared(sorted({word for root in kept for word in forms[root]})),
        "known": _shared(sorted(kin.trusted)),
        "learned": _shared(sorted(kin.learned - (set(kept) - kin.trusted))),
        "exceptions": " ".join(f"{word}:{root}" for word, root in sorted(kin.exceptions.items())),
        "affixes": [affix.data() for affix in kin.affixes],
        "doubled": kin.doubled,
        "stems": kin.stems,
        "stop": " ".join(sorted(stop)),
        "weak": " ".join(sorted({kin.root(word) for word in WEAK.get(words.code, ())})),
        "elsewhere": ",".join(sorted(_elsewhere(words.code, kin, {*kept, *stop}))),
        "phrases": phrases,
        "groups": groups,
        "urgent": _urgent(catalogue.synonyms, kin, words.code),
        "sure": GROUP_WEIGHTS,
    }


def _elsewhere(code: str, kin: Families, used: Container[str]) -> set[str]:
    """What is foreign to the guide: single words as they are written, several as their roots."""
    if code not in ELSEWHERE:
        return set()
    always, unless_used = ELSEWHERE[code].ALWAYS, ELSEWHERE[code].UNLESS_USED
    foreign = always | {said for said in unless_used if " " in said or not any(root in used for root in _roots(kin, said))}
    return {said if " " not in said else " ".join(_roots(kin, said)) for said in foreign}


def _texts(place: Place) -> Iterable[str]:
    yield place.title
    yield place.description
    yield from place.also
    yield from place.asked
    for part in place.parts:
        yield part.heading
        yield part.text


def _vocabulary(found: Iterable[Place], synonyms: Synonyms) -> set[str]:
    vocabulary: set[str] = set()
    for place in found:
        for text in _texts(place):
            for token in tokens(text):
                if token not in vocabulary:
                    vocabulary |= {token, *token.split("-")} if "-" in token else {token}
    for group in synonyms.groups.values():
        for phrase in (*group.id, *group.en):
            for token in tokens(phrase):
                vocabulary |= set(token.split("-"))
    return {word for word in vocabulary if "-" not in word and (not word.isdigit() or len(word) < 5)}


def _posts(found: Sequence[Place], kin: Families) -> tuple[list[list[object]], dict[str, list[tuple[int, str]]]]:
    """The parts to be shown, and for every root the parts where it stands, with its rank there."""
    common = {heading for heading, count in Counter(
        heading for place in found for heading in {part.heading for part in place.parts}).items() if count > BOILERPLATE}
    parts: list[list[object]] = []
    where: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, place in enumerate(found):
        head = {**dict.fromkeys(_roots(kin, place.description), LEAD),
                **dict.fromkeys(_roots(kin, " ; ".join(place.also)), ALSO),
                **dict.fromkeys(_roots(kin, place.title), TITLE)}
        for root, rank in head.items():
            where[root].append((len(parts), rank))
        parts.append([number])
        if place.asked:
            for root in sorted(set(_roots(kin, " ; ".join(place.asked)))):
                where[root].append((len(parts), LEAD))
            parts.append([number])
        for part in place.parts:
            counted = Counter(_roots(kin, part.text))
            ranks = dict.fromkeys(counted, LITTLE) if part.aside else _ranks(counted)
            if part.heading not in common:
                ranks |= dict.fromkeys(_roots(kin, part.heading), HEADING)
            for root, rank in ranks.items():
                where[root].append((len(parts), rank))
            parts.append([number, part.anchor, part.heading, _shown(part.text, part.shown)])
    for root, stands in where.items():
        where[root] = _fewer([one for one in stands if len(stands) <= len(parts) * EVERYWHERE or one[1] != LITTLE], parts)
    return parts, where


def _fewer(stands: Sequence[tuple[int, str]], parts: Sequence[Sequence[object]]) -> list[tuple[int, str]]:
    """Of each place only the parts that say a word most, and no part that says it little beside one that says it more:
    they would not change what is found."""
    told: Counter[object] = Counter()
    kept = []
    for rank, part in sorted([(rank, part) for part, rank in stands]):
        if rank == LITTLE and told[parts[part][0]]:
            continue
        told[parts[part][0]] += len(parts[part]) > 1  # the title and the questions are no part that is shown
        if told[parts[part][0]] <= MOST_PARTS:
            kept.append((part, rank))
    return sorted(kept)


def _roots(kin: Families, text: str) -> list[str]:
    return [root for _word, root in kin.roots(text)]


def _ranks(counted: Counter[str]) -> dict[str, str]:
    """How much a section is about each of its words: often in few words is much."""
    size = sum(counted.values()) or 1
    long = 0.25 + 0.75 * size / 120
    ranks = {}
    for root, count in counted.items():
        weight = count * 2.2 / (count + 1.2 * long)
        ranks[root] = MUCH if weight > 1.45 else SOME if weight > 0.9 else LITTLE
    return ranks


def _shared(words: Sequence[str]) -> str:
    """Sorted words, each as how many letters it shares with the one before (as a capital) and the rest: ``AkambuhFan``."""
    said, last = [], ""
    for word in words:
        same = next((i for i, (a, b) in enumerate(zip(word, last, strict=False)) if a != b), min(len(word), len(last)))
        same = min(same, 25)
        said.append(chr(65 + same) + word[same:])
        last = word
    return "".join(said)


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _steps(numbers: Iterable[int]) -> str:
    """Rising numbers, each as its step from the one before, with a capital for the last digit: ``2B`` is 2 × 26 + 1 further."""
    said, last = [], 0
    for number in numbers:
        high, low = divmod(number - last, 26)
        said.append(_base36(high) + chr(65 + low))
        last = number
    return "".join(said)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits


def _shown(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0]} …" if most else ""


def _urgent(synonyms: Synonyms, kin: Families, code: str) -> dict[str, str]:
    """Phrases as roots that name what may be happening now, and the way to the section that says what to do at once."""
    return {" ".join(_roots(kin, phrase)): group.urgent.ways[code].replace("#", ".html#")
            for group in synonyms.groups.values() if group.urgent and code in group.urgent.ways
            for phrase in group.urgent.words}


_ASIDE = re.compile(r"\s*\(([^()]*)\)\s*")


def _phrases(
    found: Sequence[Place], synonyms: Synonyms, kin: Families, paths: Mapping[str, int]
) -> tuple[dict[str, str], str]:
    """Phrases as roots, with the places they name and how surely in percent; and the groups of those that mean the same,
    with the places they lead to, the surest first."""
    named: dict[str, dict[int, int]] = defaultdict(dict)

    def key(phrase: str) -> str:
        roots = _roots(kin, phrase)
        return " ".join(roots) if len(roots) <= LONGEST_PHRASE else ""

    def name(phrase: str, place: int, weight: int) -> None:
        if written := key(phrase):
            named[written][place] = max(weight, named[written].get(place, 0))

    for number, place in enumerate(found):
        own = 100 if place.kind in ("component", "page", "form") else 70 if place.kind in ("term", "role", "index") else 40
        titles = {place.title, _ASIDE.sub(" ", place.title), *_ASIDE.findall(place.title), *re.split(r"[:,]", place.title)[:1]}
        for title in titles:
            name(title, number, own)
        for other in place.also:
            name(other, number, own - 15)
    groups: list[tuple[list[str], list[int]]] = []
    for group in synonyms.groups.values():
        keys = list(dict.fromkeys(written for phrase in (*group.id, *group.en) if (written := key(phrase))))
        pages = [paths[path] for path in (group.page or "", *group.also) if path in paths]
        groups.append((keys, pages[:len(GROUP_WEIGHTS)]))
        for written in keys:
            named.setdefault(written, {})
    known = sorted(named)
    numbers = {written: number for number, written in enumerate(known)}
    leading = [written for written in known if named[written]]
    return {
        "keys": _shared(known),
        "leading": _steps(numbers[written] for written in leading),
        "places": " ".join(",".join(f"{place}={weight}" for place, weight in sorted(named[written].items()))
                           for written in leading),
    }, " ".join(f"{_steps(sorted(numbers[written] for written in keys))}:{','.join(map(str, pages))}" for keys, pages in groups)
