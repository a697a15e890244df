"""Taking over the verdict of a claim that says the same."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from api.schemas.base import Entry, Id, Text
from factcheck.review import Adoption


class NewAdoption(Entry):
    """The claim whose published verdict is taken over. `rationale` stands in place of the one that points to
    it; `why` is needed where the two are not known to say the same and is added to the rationale; `reason`,
    where readers had seen a verdict on this claim, is public. `recheck_on`: from which day on to check again.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"claim": 12},
                {"claim": 12, "why": "Nine is at least seven.", "recheck_on": "2027-03-01"},
            ]
        }
    )

    claim: Id
    rationale: Annotated[Text, Field(max_length=10_000)] = ""
    why: Annotated[Text, Field(max_length=5000)] = ""
    reason: Annotated[Text, Field(max_length=10_000)] = ""
    recheck_on: date | None = None

    @property
    def wanted(self) -> Adoption:
        return Adoption(self.rationale, self.why, self.reason, self.recheck_on)
