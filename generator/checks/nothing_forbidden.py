"""The red list is acknowledged, and nothing on it stands among the house's sanctions.

Looks at ``policies.forbidden.acknowledged``, at ``policies.sanctions`` (no collective sanction) and for the give-away
words of every practice on the red list in the sanctions' texts, in all languages.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.checks.red_list_words import found_in
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    policies = design.programme.policies
    if policies.forbidden is None:
        yield Finding("missing", design.at("policies"))
    elif not policies.forbidden.acknowledged:
        yield Finding("not-acknowledged", design.at("policies", "forbidden", "acknowledged"))
    if policies.sanctions is None:
        return
    if policies.sanctions.collective:
        yield Finding("collective", design.at("policies", "sanctions", "collective"))
    practices = {name: entry for name, entry in design.catalogue.red_list.items() if entry.kind == "practice"}
    for part in ("ladder", "says", "ladder_for_residents", "for_residents", "for_families"):
        for i, text in enumerate(getattr(policies.sanctions, part)):
            for language, phrase in text:
                for word, entry in found_in(phrase, practices.values()):
                    yield Finding("practice", design.at("policies", "sanctions", part, i, language),
                                  {"word": word, "practice": entry.title, "instead": entry.instead})
