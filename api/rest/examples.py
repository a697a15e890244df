"""An example for every operation of the API's document: one rowing club, and what the desk makes of it.

Values stand in the tables here, by the names of schemas and fields; what is not in them is made of the
schema, so that every example has the shape that is documented. A test holds each against its schema.
"""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_REF = "#/components/schemas/"
_TIME = "2026-11-24T09:00:00Z"
_SHA256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
_EDITOR = {"id": 4, "name": "Nora Brandt"}
_DEEPEST = 8

_OBJECTS: dict[str, Any] = {
    "Person": {"id": 3, "name": "Rita Vogel"},
    "Place": {"start": 0, "end": 43},
    "Quantity": {
        "start": 20,
        "end": 43,
        "exact": "at least twelve members",
        "comparator": "ge",
        "value": 12.0,
        "upper": None,
        "unit": "members",
        "change": None,
        "change_kind": None,
        "direction": None,
        "near": False,
    },
    "TimeExpression": {"start": 71, "end": 75, "exact": "2011", "edtf": "2011", "part": None},
    "ClaimFilters": {"state": ["published", "corrected"], "tag": "clubs"},
    "Fault": {"in": "query", "at": "limit", "message": "Input should be less than or equal to 200"},
}
"""By the name of a schema."""

_NAMED: dict[str, Any] = {
    "EventRecord.action": "submit",
    "EventRecord.from": "in_check",
    "EventRecord.to": "submitted",
    "EventRecord.verdict": "supported",
    "EventRecord.decision": 5,
    "EventRecord.version": 4,
    "EventRecord.claim": 7,
    "EventRecord.article": 1,
    "EventRecord.evidence": [9],
    "DecisionRecord.evidence_ids": [9],
    "DecisionRecord.corrects": None,
    "DecisionRecord.adopts": None,
    "DecisionRecord.approved_by": _EDITOR,
    "DecisionRecord.approved_at": "2026-11-24T10:30:00Z",
    "DecisionRecord.published_by": _EDITOR,
    "DecisionRecord.published_at": "2026-11-24T11:00:00Z",
    "DeskClaim.times": [],
    "DeskClaim.names": [],
    "DeskClaim.priority": "normal",
    "DecisionRecord.correction_reason": "",
    "DeskClaim.merged_into": None,
    "DeskClaim.candidates": [],
    "DeskClaim.also_at": [],
    "DeskClaim.unresolved": [],
    "DeskClaim.vanished": False,
    "DeskClaim.state": "published",
    "DeskClaim.verdict": "supported",
    "DeskClaim.kind": "quantity",
    "VersionText.text": "The rowing club has at least twelve members. It was founded in Hull in 2011.",
    "SnapshotText.text": "Rowing: founded 2011, 14 members on 1 November.",
    "EvidenceRecord.exact": "14 members on 1 November",
    "EvidenceRecord.start": 22,
    "EvidenceRecord.end": 46,
    "EvidenceRecord.prefix": "Rowing: founded 2011, ",
    "EvidenceRecord.suffix": ".",
    "TagRecord.tag": "clubs",
    "TagRecord.claims": 12,
    "ArticleRecord.title": "A club and its members",
    "IngestedArticle.title": "A club and its members",
    "ArticleRecord.id": 1,
    "IngestedArticle.id": 1,
    "SnapshotRecord.id": 4,
    "SnapshotText.id": 4,
    "EvidenceRecord.id": 9,
    "DecisionRecord.id": 5,
    "SourceRecord.id": 2,
}
"""By the names of a schema and of a field in it, before anything else."""

_FIELDS: dict[str, Any] = {
    "id": 7,
    "claim_id": 7,
    "article_id": 1,
    "source_id": 2,
    "snapshot_id": 4,
    "seq": 31,
    "version": 4,
    "article_version": 1,
    "number": 1,
    "start": 0,
    "end": 43,
    "exact": "The rowing club has at least twelve members",
    "prefix": "",
    "suffix": ". It was founded in Hull in 2011.",
    "text": "The rowing club has at least twelve members.",
    "claim_text": "The rowing club has at least twelve members.",
    "quote": "14 members on 1 November",
    "title": "Register of clubs",
    "name": "Rita Vogel",
    "display_name": "Rita Vogel",
    "publisher": "Hull City Council",
    "author": "Clerk of the register",
    "url": "https://courier.example/club",
    "rationale": "The register lists 14 members.",
    "reason": "The figure was of last year.",
    "reasons": ["states a number that a register could confirm"],
    "note": "",
    "language": "en",
    "languageCode": "en",
    "kind": "quantity",
    "modality": "asserted",
    "worth": 0.8,
    "score": 0.91,
    "unit": "members",
    "names": ["Hull"],
    "tags": ["clubs"],
    "proposers": ["rules"],
    "speaker": None,
    "speaker_resolved": None,
    "speaker_unresolved": False,
    "lapsed": False,
    "whole": True,
    "edited_from": None,
    "next": None,
    "nextPageToken": "10",
    "published": "2026-11-24",
    "issued": "2026-11",
    "edtf": "2011",
    "asked_on": "2026-11-20",
    "due_on": "2026-11-23",
    "reply_on": "2026-11-22",
    "recheck_on": "2027-11-24",
    "month": "2026-11",
    "question": "How many members do you have?",
    "answer": "Fourteen, since October.",
    "whom": "The rowing club",
    "contact": None,
    "sha256": _SHA256,
    "text_sha256": _SHA256,
    "snapshot_sha256": _SHA256,
    "media_type": "text/plain",
    "http_status": 200,
    "passage": "Rowing: founded 2011, 14 members on 1 November.",
    "query": "rowing club members",
    "outlet": "The Hull Courier",
    "owner": "Humber Press",
    "words": "the club",
    "model": "a-language-model",
    "site": "desk.example",
    "claimDate": "2026-11-24",
    "reviewDate": "2026-11-25",
    "textualRating": "Supported",
    "said": "It is kept, with a new snapshot.",
    "published_at": "2026-11-24T11:00:00Z",
    "retracted_at": None,
    "gone_at": None,
    "ended_at": None,
    "void_at": None,
}
"""By the name of a field, wherever it is."""

_FORMATS: dict[str, Any] = {
    "date-time": _TIME,
    "date": "2026-11-24",
    "binary": "the bytes of the file",
    "uri": "https://courier.example/club",
}
_TYPES: dict[str, Any] = {"string": "words", "integer": 1, "number": 0.5, "boolean": False, "null": None}
_PATH: dict[str, Any] = {"outlet": "The Hull Courier", "number": 1}


def add_examples(operation: dict[str, Any], schemas: Schema) -> None:
    """Give an operation examples of what it takes in its address and of what it answers when all is well."""
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            parameter["example"] = _PATH.get(parameter["name"], 1)
        elif parameter["in"] == "header":
            parameter["example"] = '"4"'
    for status, answer in operation["responses"].items():
        for kind, media in answer.get("content", {}).items() if status < "300" else ():
            if kind == "application/json":
                media["example"] = example_of(media["schema"], schemas)
            else:
                media["example"] = _FORMATS["binary"]


def example_of(schema: Schema, schemas: Schema, named: str = "", depth: int = 0) -> Any:
    """A value that the schema allows; `named` is the field that it is for, with the schema it is in."""
    if named in _NAMED:
        return _NAMED[named]
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        if name in _OBJECTS:
            return _OBJECTS[name]
        return example_of(schemas[name], schemas, named if "enum" in schemas[name] else name, depth)
    field = named.rpartition(".")[2] if "." in named else ""
    if field in _FIELDS and _allows(schema, _FIELDS[field]):
        return _FIELDS[field]
    if "anyOf" in schema or "oneOf" in schema or "allOf" in schema:
        return _choose(schema, schemas, named, depth)
    if "properties" in schema:
        return _fill(schema, schemas, named, depth)
    if schema.get("type") == "array":
        return [] if depth > _DEEPEST else _several(schema, schemas, named, depth)
    return {} if schema.get("type") == "object" else _plain(schema)


def _allows(schema: Schema, value: Any) -> bool:
    kinds = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        type(None): "null",
    }
    if "enum" in schema or "const" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if "anyOf" in schema:
        return any("$ref" not in part and _allows(part, value) for part in schema["anyOf"])
    if schema.get("type") == "array" and isinstance(value, list):
        return all(_allows(schema["items"], each) for each in value)
    return schema.get("type") == kinds.get(type(value)) or (
        schema.get("type") == "number" and type(value) is int
    )


def _choose(schema: Schema, schemas: Schema, named: str, depth: int) -> Any:
    parts = schema.get("anyOf") or schema.get("oneOf") or schema["allOf"]
    real = [part for part in parts if part.get("type") != "null"]
    if len(real) < len(parts) and (depth > _DEEPEST or "$ref" not in real[0]):
        return None
    return example_of(real[0], schemas, named, depth + 1)


def _fill(schema: Schema, schemas: Schema, named: str, depth: int) -> dict[str, Any]:
    title = schema.get("title", named)
    return {
        name: example_of(part, schemas, f"{title}.{name}", depth + 1)
        for name, part in schema["properties"].items()
    }


def _several(schema: Schema, schemas: Schema, named: str, depth: int) -> list[Any]:
    parts = schema.get("prefixItems")
    if parts:
        return [example_of(part, schemas, named, depth + 1) for part in parts]
    return [example_of(schema["items"], schemas, named, depth + 1)]


def _plain(schema: Schema) -> Any:
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "format" in schema:
        return _FORMATS[schema["format"]]
    least = schema.get("minimum", 0)
    kind = schema.get("type", "string")
    return max(least, _TYPES[kind]) if kind in ("integer", "number") else _TYPES[kind]
