"""How answers with some fields only are described: the same fields, none of them required."""

from typing import Any

_REF = "#/components/schemas/"
SOME = "SomeOf"


def allow_some_fields(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Where an operation takes `fields`, its answer may be the whole record or page, or a part of each."""
    wanted = [one for one in operation.get("parameters", ()) if one["name"] == "fields"]
    for parameter in wanted:
        parameter |= {"style": "form", "explode": False}
        media = operation["responses"]["200"]["content"]["application/json"]
        whole = media["schema"]
        media["schema"] = {"anyOf": [whole, _part(whole["$ref"].removeprefix(_REF), schemas)]}


def _part(name: str, schemas: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record, or of a page of records, with some fields."""
    if set(schemas[name]["properties"]) == {"items", "next"}:
        item = schemas[name]["properties"]["items"]["items"]["$ref"].removeprefix(_REF)
        page = {
            "items": {"type": "array", "items": _part(item, schemas)},
            "next": schemas[name]["properties"]["next"],
        }
        return {"type": "object", "properties": page, "required": ["items", "next"]}
    some = {field: value for field, value in schemas[name].items() if field not in ("required", "examples")}
    said = {"title": f"{SOME}{name}", "description": f"{name} with the fields that were asked for."}
    schemas[f"{SOME}{name}"] = some | said
    return {"$ref": f"{_REF}{SOME}{name}"}
