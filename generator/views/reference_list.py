"""Sources as a reader sees them: authors, year, title, place, DOI."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import Words
from generator.model.catalogue import Author, Reference, References
from generator.views.blocks import Line, Run


def reference_lines(references: References, words: Words) -> Iterator[tuple[str, Line]]:
    """Each source by its key, in the order of the keys."""
    for key, reference in sorted(references.references.items()):
        yield key, reference_line(key, reference, words)


def reference_line(key: str, reference: Reference, words: Words) -> Line:
    """One source in the manner of the health sciences, followed by what to be careful about."""
    authors = ", ".join(_author(author) for author in reference.author)
    where = reference.container_title or reference.publisher or ""
    if reference.publisher and reference.publisher_place and not reference.container_title:
        where = f"{reference.publisher_place}: {reference.publisher}"
    issue = f"({reference.issue})" if reference.issue else ""
    numbers = f"{reference.volume or ''}{issue}" + (f":{reference.page}" if reference.page else "")
    before = f"{authors}. ".replace("..", ".") if authors else ""
    parts = [
        " " if reference.title.endswith(("?", '"', ".")) else ". ",
        f"{where}. " if where else "",
        f"{reference.issued}" if reference.issued else words.label("references.no_year"),
        (f":{numbers[1:]}" if numbers.startswith(":") else f";{numbers}") if numbers else "",
        ".", f" doi:{reference.DOI}." if reference.DOI else "",
    ]
    remark = []
    if reference.note:
        remark.append(reference.note.to(words.code))
    if reference.checked != "opened":
        remark.append(words.label(f"references.{reference.checked}"))
    title = Run(reference.title, lang=reference.language if reference.language != words.code else "")
    return (Run(f"{key} ", bold=True), *([Run(before)] if before else []), title, Run("".join(parts).replace("..", ".")),
            *([Run(f" [{' '.join(remark)}]")] if remark else []))


def _author(author: Author) -> str:
    if author.literal:
        return author.literal
    initials = "".join(part[0] for part in (author.given or "").replace(".", " ").replace("-", " ").split())
    return f"{author.family or ''} {initials}".strip()
