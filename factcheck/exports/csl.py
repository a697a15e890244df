"""CSL-JSON: the works that the report cites, for reference managers and Pandoc.

What the desk adds to a source stands under `custom` alone, where the format leaves room for it.
"""

import json
from typing import Any

from factcheck.exports.works import Work, item, works
from factcheck.report import Report


def write(report: Report) -> bytes:
    found = [{**item(work), "custom": _custom(work, report)} for work in works(report)]
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


def _custom(work: Work, report: Report) -> dict[str, Any]:
    source = work.source
    open_to_all = {"source_class": source.source_class.value, "snapshots_sha256": list(work.snapshots)}
    if report.public:
        return open_to_all
    return {**open_to_all, "independence": source.independence, "confidential": source.confidential}
