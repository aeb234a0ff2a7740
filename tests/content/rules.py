"""What a component or a page of the guide must and must not say, beyond what its model can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.checks.red_list_words import found_in
from generator.language import Text
from generator.model.catalogue import Glossary, RedListEntry
from generator.model.component import ADAPTATIONS, Component
from generator.model.values import Described

LONGEST_ALIKE = 0.5
"""Share of three-word runs that two components' step texts may have in common before they count as the same text."""

_SENTENCE_END = re.compile(r"[.!?](?=[”\"’)]?(?:\s|$))")

_WRITES = re.compile(r"\b(?:me)?(?:tulis|nulis|gambar|warnai|lingkari)(?:kan)?\b")
_PENS = re.compile(r"pensil|pulpen|bolpoin|spidol|kapur|krayon|alat tulis")

SEED_CLAIMS = (
    r"sangat efektif", r"paling efektif", r"sepenuhnya pulih", r"pulih sepenuhnya", r"fenomenal", r"fantastis",
    r"terbukti (?:secara ilmiah|ampuh|efektif|berhasil)", r"sembuh total", r"masa depan yang sangat cerah", r"eksponensial",
    r"(?:most|very|highly) effective", r"fully recovered", r"phenomenal", r"fantastic", r"exponential(?:ly)?",
    r"brilliant and sophisticated", r"proven (?:strateg|method|effective)\w*", r"very bright future",
    r"tak terbantahkan", r"beyond dispute", r"berdedikasi tinggi", r"highly dedicated", r"dedikasi yang luar biasa",
    r"14[.,]101", r"5[.,]879[.,]844", r"20[.,]470[.,]386", r"275 juta", r"275 million", r"5[.,]6\s?(?:%|persen|per cent)",
    r"1[.,]77\s?(?:%|persen|per cent)", r"2[.,]29 (?:juta|million)", r"70\s?(?:%|persen|per cent)",
    r"3[.,]376[.,]115",
)
"""Sections K and L of the seed requirements: claims without support and figures of doubtful meaning."""

_CLAIMS = re.compile("|".join(SEED_CLAIMS), re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """One thing an author should look at."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def phrases(thing: object, at: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of a described thing, with its path."""
    if isinstance(thing, Text):
        yield at, thing
    elif isinstance(thing, Described):
        for name in type(thing).model_fields:
            yield from phrases(getattr(thing, name), f"{at}.{name}" if at else name)
    elif isinstance(thing, Mapping):
        for name, value in thing.items():
            yield from phrases(value, f"{at}.{name}" if at else str(name))
    elif isinstance(thing, tuple | list):
        for number, value in enumerate(thing, 1):
            yield from phrases(value, f"{at}[{number}]")


def sentences(text: str) -> int:
    """``Say hello. Wait for an answer.`` → 2."""
    return len(_SENTENCE_END.findall(text))


def longest_sentence(text: str) -> int:
    """Words of the longest: ``Say hello. Wait for an answer.`` → 4."""
    return max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))


def sessions_in_26_weeks(component: Component) -> int:
    how_often = component.how_often
    if how_often.each_week:
        return 26 * how_often.each_week
    if how_often.each_month:
        return 6 * how_often.each_month
    return 26 // how_often.every_weeks if how_often.every_weeks else 1


def incomplete(component: Component) -> Iterator[Finding]:
    """Is the component told in full? Nothing a colleague needs tomorrow is missing."""
    if not 4 <= len(component.plan) <= 7:
        yield Finding("plan", f"has {len(component.plan)} steps; four to seven can be remembered while leading")
    for number, step in enumerate(component.plan, 1):
        for language, text in step.leader:
            if not 2 <= sentences(text) <= 6:
                yield Finding(f"plan[{number}].leader.{language}", f"has {sentences(text)} sentences; write two to six")
        for i, said in enumerate(step.say, 1):
            for language, text in said:
                if not (text.startswith("“") and text.rstrip(".").endswith("”")):
                    yield Finding(f"plan[{number}].say[{i}].{language}", "words to say aloud stand in “quotation marks”")
    if not any(step.core for step in component.plan):
        yield Finding("plan", "has no core step")
    for number, stop in enumerate(component.safety.stop_when, 1):
        if any(";" not in text and sentences(text) < 2 for _, text in stop):
            yield Finding(f"safety.stop_when[{number}]", "says when to stop and not what to do then")
    if _WRITES.search(_done_in(component)) and not _PENS.search(_laid_out(component)):
        yield Finding("materials", "people write or draw, and no pencil, pen, marker or chalk lies ready")
    if len(component.goes_wrong) < 3:
        yield Finding("goes_wrong", "tell at least three: silence, conflict, somebody leaves upset")
    missing = [key for key in ADAPTATIONS if key not in component.adaptations]
    if missing:
        yield Finding("adaptations", f"lacks {', '.join(missing)}")
    runs = sessions_in_26_weeks(component)
    if runs > 6 and len(component.topics) < 6:
        yield Finding("topics", f"runs {runs} times in 26 weeks and has {len(component.topics)} topics; write at least six")
    if component.voluntary and component.participants == "residents" and component.mode != "individual" \
            and component.alternative is None:
        yield Finding("alternative", "what is voluntary needs something of equal worth at the same time")
    if component.evidence.grade in ("high", "moderate", "low") and not component.evidence.references:
        yield Finding("evidence", f"grade {component.evidence.grade} names no source")
    for path, text in phrases(component):
        for language in ("id", "en"):
            if not text.has(language):
                yield Finding(path, f"has no {language} text")


def _done_in(component: Component) -> str:
    """What people do, as told in the plan and in the exercises of the topics."""
    told = [text for step in component.plan for text in (step.leader, step.residents)]
    return " ".join(text.to("id") for text in (*told, *(topic.exercise for topic in component.topics))).lower()


def _laid_out(component: Component) -> str:
    return " ".join(text.to("id") for text in (*component.materials, *component.room.set_up)).lower()


def claims_in(text: str) -> Iterator[str]:
    """Claims and figures of the seed study that may not be repeated."""
    for found in _CLAIMS.finditer(text):
        yield found[0]


def said_by(page: str, entries: Iterable[RedListEntry]) -> Iterator[tuple[str, RedListEntry]]:
    """What a page says that the red list forbids; a stigmatising word may stand in quotation marks, as law has it."""
    own = re.sub("“[^”]*”", "“”", page)
    for entry in entries:
        yield from found_in(own if entry.kind == "stigma" else page, [entry])


def legal_words_in(text: str, glossary: Glossary) -> Iterator[str]:
    """Words that belong only into quotations of law (``pecandu``), used as our own."""
    words = {t.term.to(code).lower() for t in glossary.terms.values() if t.legal_only for code, _ in t.term}
    for word in sorted(words):
        if re.search(rf"(?<![\w“\"]){re.escape(word)}(?![\w”\"])", text, re.IGNORECASE):
            yield word


def step_texts(component: Component, language: str) -> Iterator[tuple[str, str]]:
    for number, step in enumerate(component.plan, 1):
        yield f"plan[{number}]", " ".join([step.leader.to(language), *(s.to(language) for s in step.say),
                                           step.residents.to(language)])


def free_texts(component: Component, language: str) -> Iterator[tuple[str, str]]:
    """The longer texts that two components have no reason to share."""
    yield from step_texts(component, language)
    for number, trouble in enumerate(component.goes_wrong, 1):
        yield f"goes_wrong[{number}]", trouble.do.to(language)
    for key, text in component.adaptations.items():
        yield f"adaptations.{key}", text.to(language)
    for number, topic in enumerate(component.topics, 1):
        yield f"topics[{number}]", " ".join([topic.aim.to(language), *(p.to(language) for p in topic.points),
                                             topic.exercise.to(language), topic.closing.to(language)])


def alike(components: Mapping[str, Component], language: str, only: Iterable[str] = ()) -> Iterator[Finding]:
    """Pairs of texts in two components that say the same in nearly the same words."""
    runs: list[tuple[str, str, frozenset[tuple[str, ...]]]] = []
    for name, component in components.items():
        for place, text in free_texts(component, language):
            words = re.findall(r"\w+", text.lower())
            if len(words) >= 12:
                runs.append((name, place, frozenset(zip(words, words[1:], words[2:], strict=False))))
    where: dict[tuple[str, ...], list[int]] = {}
    for number, (_, _, run) in enumerate(runs):
        for words3 in run:
            where.setdefault(words3, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in where.values():
        if len(numbers) < 50:  # runs that stand everywhere ("is not a") tell nothing
            for pair in combinations(numbers, 2):
                shared[pair] = shared.get(pair, 0) + 1
    wanted = set(only)
    for (one, other), count in sorted(shared.items()):
        (a, place_a, run_a), (b, place_b, run_b) = runs[one], runs[other]
        share = count / min(len(run_a), len(run_b))
        if a != b and share > LONGEST_ALIKE and (not wanted or wanted & {a, b}):
            yield Finding(f"{a}: {place_a}", f"nearly the same text as {b}: {place_b} ({share:.0%}, {language})")
