"""JSON Schemas of everything authors write, from the same models that validate it."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator
from itertools import pairwise

from pydantic import BaseModel

from generator.model.catalogue import CATALOGUE_KINDS, SINGLE_FILES
from generator.model.programme import Programme
from generator.model.values import Described


def schemas() -> dict[str, bytes]:
    """File name → schema: ``component.json``, ``programme.json``, and one per kind of vocabulary."""
    models: dict[str, type[Described]] = {**CATALOGUE_KINDS, **SINGLE_FILES, "programme": Programme}
    models["component"] = models.pop("components")
    meanings = {kind.__name__: meanings_of(kind) for kind in _kinds(Described)}
    files = {}
    for name, model in sorted(models.items()):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(mode="validation")}
        for kind, described in ((model.__name__, schema), *schema.get("$defs", {}).items()):
            for key, meaning in meanings.get(kind, {}).items():
                of_key = described["properties"][key]
                described["properties"][key] = dict(sorted({**of_key, "description": meaning}.items()))
        files[f"{name}.json"] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _kinds(base: type[Described]) -> Iterator[type[Described]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def meanings_of(model: type[BaseModel]) -> dict[str, str]:
    """Key → the string under it in the model's source. Read here, not as pydantic would while the models are made:
    only a schema shows them, and every command would wait for it."""
    found: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if issubclass(kind, Described):
            written = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind))))
            for key, told in pairwise(next(node for node in written if isinstance(node, ast.ClassDef)).body):
                match key, told:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                        found[name] = inspect.cleandoc(meaning)
    return {name: found[name] for name in model.model_fields if name in found}
