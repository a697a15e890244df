"""`factcheck compare`: what passages say to claims."""

import json
from datetime import date

import click
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claims.errors import FactcheckError
from claims.reason import Language
from factcheck.cli.options import DAY
from factcheck.cli.streams import print_json, read_lines
from factcheck.evidence import assess
from factcheck.evidence.assessment import assessment_record
from factcheck.evidence.comparing import LONGEST
from factcheck.extraction.language import detect_language


class _Pair(BaseModel):
    """One line. Languages that are not given are detected; other fields are nobody's business."""

    model_config = ConfigDict(frozen=True)

    claim: str = Field(min_length=1, max_length=LONGEST)
    passage: str = Field(min_length=1, max_length=LONGEST)
    claim_lang: Language | None = None
    passage_lang: Language | None = None


@click.command()
@click.argument("file")
@click.option("--published", type=DAY, help="Day of publication, which dates the claim's “last year”.")
@click.option("--json", "_json", is_flag=True, help="JSON is what is printed, with or without this.")
def compare(file: str, published: date | None, _json: bool) -> None:
    """Hold claims against passages: FILE has one {"claim", "passage"} a line, - for standard input.

    Prints one proposal a line: consistent, contradicted or undecided, with what every slot of the claim
    finds in the passage and the reasons in the claim's language. Nothing is stored.
    """
    for line in read_lines(file):
        print_json(_answer(line, published))


def _answer(line: str, published: date | None) -> dict[str, object]:
    try:
        pair = _Pair.model_validate(json.loads(line))
        ours = pair.claim_lang or detect_language(pair.claim)
        theirs = pair.passage_lang or detect_language(pair.passage)
    except (ValueError, RecursionError) as error:
        return {"error": _why(error)}
    except FactcheckError as error:
        return {"error": str(error)}
    return assessment_record(assess(pair.claim, pair.passage, (ours, theirs), published), ours).model_dump(
        mode="json"
    )


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return ": ".join(part for part in (".".join(map(str, first["loc"])), first["msg"]) if part)
    return "The line is no JSON object with a claim and a passage."
