"""Where a page stands: the way to it from home, as a line of links in the page itself, whatever builds the site."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.guide.navigation import title_of
from generator.language import Words

Step = tuple[str, str]
"""A title, HTML-safe, and the file it leads to; nothing where a section has no page of its own."""

HOME = "index.md"
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def with_crumbs(tree: Mapping[str, bytes], nav: Sequence[Mapping[str, object]], words: Words,
                sections: Mapping[str, str]) -> dict[str, bytes]:
    """The pages with their way above the heading. ``sections`` are titles of sections that another page tells about."""
    ways = dict(_walk(nav, (), sections))
    home = words.label("guide.home")
    made = {}
    for name, content in tree.items():
        if not name.endswith(".md") or name in (HOME, "404.md"):
            continue
        way = ways.get(name)
        if way is None:  # a page of the folder find/ belongs to find.md, and so on
            parent = f"{name.partition('/')[0]}.md"
            way = (*ways.get(parent, ()), (title_of(tree[parent]), parent)) if parent in tree and "/" in name else ()
        steps = [(title, page if page in tree else "") for title, page in way]
        if HOME in tree:  # a house's own guide may do without a home
            steps.insert(0, (home, HOME))
        made[name] = _placed(name, content.decode(), steps, words.label("guide.crumbs")).encode()
    return made


def _walk(items: object, above: tuple[Step, ...], sections: Mapping[str, str]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    if isinstance(items, str):
        # A section's own first page does not stand below itself.
        yield items, above[:-1] if above and above[-1][1] == items else above
    elif isinstance(items, Mapping):
        for title, below in items.items():
            first = below[0] if isinstance(below, list) and below and isinstance(below[0], str) else ""
            page = first if posixpath.basename(first) == HOME else sections.get(title, "")
            step = () if isinstance(below, str) else ((html.escape(html.unescape(title)), page),)
            yield from _walk(below, (*above, *step), sections)
    elif isinstance(items, Sequence):
        for item in items:
            yield from _walk(item, above, sections)


def _placed(name: str, text: str, way: Sequence[Step], label: str) -> str:
    title = title_of(text.encode())
    here = posixpath.dirname(name) or "."
    steps = [f"[{_plain(step)}]({posixpath.relpath(page, here)})" if page else _plain(step) for step, page in way]
    steps.append(f'<span aria-current="page">{_plain(title)}</span>')
    listed = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    crumbs = f'\n<nav class="crumbs" aria-label="{label}" data-search-exclude markdown="1">\n\n{listed}\n\n</nav>\n\n'
    front = _FRONT.match(text)
    if not front:
        return f'---\ntitle: "{title}"\n---\n{crumbs}{text}'
    head = front[0]
    # The heading no longer comes first, so that the engine cannot take the title from it.
    if not re.search(r"^title:", head, re.MULTILINE):
        head = f'---\ntitle: "{title}"\n{head[4:]}'
    return f"{head}{crumbs}{text[front.end():].lstrip()}"


def _plain(title: str) -> str:
    return re.sub(r"[\\`*_{}\[\]|]", lambda found: f"&#{ord(found[0])};", title)
