"""The page a server shows where there is none: both languages in one file, since nobody knows which was meant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from generator.guide.tree import FIRST
from generator.language import Words
from generator.templates import Templates

_WAYS = (("index.html", "guide.home"), ("components/index.html", "index.all"), ("safety.html", "guide.safety"),
         ("glossary.html", "glossary.title"))


def not_found(words: Mapping[str, Words], pages: Collection[str], address: str, templates: Templates) -> dict[str, bytes]:
    """It stands alone: no style sheet, no script of the site, because a server shows it at any depth."""
    import jinja2

    source = templates.read("publish/404.html")
    if source is None:
        return {}
    below = {code: "" if code == FIRST else f"{code}/" for code in words}
    parts = [{
        "code": code, "below": below[code], "title": said.label("lost.title"), "text": said.label("lost.text"),
        "search": said.label("lost.search"), "button": said.label("lost.button"),
        "ways": [(page, said.label(label)) for page, label in _WAYS if below[code] + page in pages],
    } for code, said in words.items()]
    page = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source.decode())
    return {"404.html": page.render(
        first=FIRST, title=f'{words[FIRST].label("lost.title")} · {words[FIRST].label("guide.site_name")}', parts=parts,
        base=urlsplit(address).path if address else "/", known=bool(address)).encode()}
