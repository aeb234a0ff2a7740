"""Tell an author what the rules find in one or more files: components and pages of the guide."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.checks.red_list_words import found_in
from generator.gather import BUILT_IN
from generator.load import files, load
from generator.model.catalogue import CATALOGUE_KINDS, Glossary, RedListEntry, References, Requirements
from generator.model.component import Component
from generator.resolve import names_in
from generator.validate import validate
from tests.content.rules import Finding, alike, claims_in, incomplete, legal_words_in, phrases, said_by
from tests.content.spelling import unknown_words

CATALOGUE = BUILT_IN / "programmes" / "catalogue"
PLANNED = Path(__file__).parent / "planned.txt"


def main(arguments: list[str]) -> int:
    components, broken = {}, {}
    for path in files(CATALOGUE / "components"):
        source, problems = load(path)
        component, faults = validate(source, Component, ("id", "en")) if source else (None, [])
        if component:
            components[path.stem] = component
        if problems or faults:
            broken[path.stem] = [*problems, *faults]
    glossary = validate(load(CATALOGUE / "glossary.yaml")[0], Glossary)[0]
    references = validate(load(CATALOGUE / "references.yaml")[0], References)[0]
    red = [validate(load(p)[0], RedListEntry)[0] for p in files(CATALOGUE / "red-list")]
    red = [entry for entry in red if entry and entry.kind in ("claim", "stigma")]
    known = {kind: {p.stem for p in (CATALOGUE / kind).rglob("*.yaml")} for kind in CATALOGUE_KINDS}
    known["references"] = set(references.references)
    known["requirements"] = set(validate(load(CATALOGUE / "requirements.yaml")[0], Requirements)[0].requirements)
    known["components"] |= set(PLANNED.read_text().split()) if PLANNED.is_file() else set()
    total = 0
    for argument in arguments:
        path = Path(argument)
        found: list[object] = []
        texts: dict[str, str] = {}
        if path.suffix == ".yaml":
            name = path.stem
            found += [f"line {p.location.line}: {p.code} {dict(p.args)}" for p in broken.get(name, [])]
            component = components.get(name) if path.parent.parent.name == "components" else None
            if path.parent.name in CATALOGUE_KINDS:
                source, problems = load(path)
                thing, faults = validate(source, CATALOGUE_KINDS[path.parent.name], ("id", "en")) if source else (None, [])
                found += [f"line {p.location.line}: {p.code} {dict(p.args)}" for p in (*problems, *faults)]
                for language in ("id", "en") if thing else ():
                    texts[language] = "\n".join(text.to(language) for _, text in phrases(thing))
            if component:
                found += incomplete(component)
                found += [Finding(str(place), f"there is no {kind} “{used}”")
                          for place, kind, used in names_in(component) if used not in known[kind]]
                if component.pillar != path.parent.name:
                    found.append(Finding("pillar", f"is {component.pillar}, the folder is {path.parent.name}"))
                for language in ("id", "en"):
                    found += alike(components, language, [name])
                    texts[language] = "\n".join(text.to(language) for _, text in phrases(component))
        else:
            texts["id" if "/id/" in str(path.resolve()) else "en"] = path.read_text(encoding="utf-8")
        for language, text in texts.items():
            found += [Finding(language, f"red list: “{word}” ({entry.title.to(language)})")
                      for word, entry in (found_in(text, red) if path.suffix == ".yaml" else said_by(text, red))]
            found += [Finding(language, f"claim or figure not to be repeated: “{word}”") for word in claims_in(text)]
            found += [Finding(language, f"legal word as our own: “{word}”") for word in legal_words_in(text, glossary)]
            unknown = sorted(unknown_words(language, text))
            if unknown:
                found.append(Finding(language, "spelt as no list has it: " + ", ".join(unknown)))
        print(f"{path}: {'clean' if not found else ''}")
        for one in found:
            print(f"  {one}")
        total += len(found)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
