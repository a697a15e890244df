"""`factcheck slots`: quantities, times and speakers of single texts."""

from collections.abc import Sequence
from datetime import date

import click
from pydantic import BaseModel

from claims.errors import FactcheckError
from claims.reason import Language
from factcheck.cli.options import DAY
from factcheck.cli.streams import print_json, read_lines
from factcheck.extraction.language import detect_language
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.speakers import find_speakers
from factcheck.extraction.times import find_times


@click.command()
@click.argument("file")
@click.option("--lang", type=click.Choice(["de", "en"]), help="Language of the lines; detected if not given.")
@click.option("--published", type=DAY, help="Day of publication, which dates “on Monday” or “im Vorjahr”.")
@click.option("--json", "_json", is_flag=True, help="JSON is what is printed, with or without this.")
def slots(file: str, lang: Language | None, published: date | None, _json: bool) -> None:
    """Print the quantities, times and speakers of each line of FILE, one JSON object a line.

    Offsets count within the line, whether or not the line makes a claim.
    """
    for line in read_lines(file):
        print_json(_answer(line, lang, published))


def _answer(line: str, lang: Language | None, published: date | None) -> dict[str, object]:
    try:
        language = lang or detect_language(line)
    except FactcheckError as error:
        return {"error": str(error)}
    found: dict[str, Sequence[BaseModel]] = {
        "quantities": find_quantities(line, language),
        "times": find_times(line, language, published),
        "speakers": find_speakers(line, language),
    }
    return {name: [slot.model_dump(mode="json") for slot in slots] for name, slots in found.items()}
