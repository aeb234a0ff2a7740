"""JSON Schemas of everything authors write, from the same models that validate it."""

from __future__ import annotations

import json

from generator.model.catalogue import CATALOGUE_KINDS, SINGLE_FILES
from generator.model.programme import Programme
from generator.model.values import Described


def schemas() -> dict[str, bytes]:
    """File name → schema: ``component.json``, ``programme.json``, and one per kind of vocabulary."""
    models: dict[str, type[Described]] = {**CATALOGUE_KINDS, **SINGLE_FILES, "programme": Programme}
    models["component"] = models.pop("components")
    files = {}
    for name, model in sorted(models.items()):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(mode="validation")}
        files[f"{name}.json"] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return files
