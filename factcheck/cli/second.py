"""The language model that the settings name, as commands ask it."""

from datetime import date

from claims.draft import Extraction
from claims.errors import ModelUnreachable
from factcheck.cli.streams import say
from factcheck.model import SecondReading, model_of, read_again
from factcheck.settings import Settings


class SecondProposer:
    """Asks the model about one text after the other; once it cannot be reached, no longer."""

    def __init__(self, settings: Settings) -> None:
        self._model = model_of(settings)

    def read(self, text: str, found: Extraction, published: date | None) -> SecondReading | None:
        """What rules and model find; None where there is no model. What goes wrong is said, and the
        rules' claims stand."""
        if self._model is None:
            return None
        try:
            reading = read_again(self._model, text, found, published)
        except ModelUnreachable as error:
            say(str(error))
            self._model = None
            return None
        if reading.tally.why:
            say(f"{reading.tally.model}: {reading.tally.why}")
        return reading
