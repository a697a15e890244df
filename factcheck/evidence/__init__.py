"""What is held against a claim: quotes from snapshots, and passages compared with it slot by slot.

`assess(claim, passage, languages) -> Assessment`
"""

from factcheck.evidence.assessment import Assessment
from factcheck.evidence.comparing import assess

__all__ = ["Assessment", "assess"]
