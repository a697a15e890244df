"""What somebody has used up of what is allowed within a time, counted for all processes of a desk."""

import sqlalchemy as sa

_PATIENCE_MS = 200
_KEPT_SECONDS = 3600
_OPEN = sa.text(
    'INSERT INTO allowance (mark, "window", taken) VALUES (:mark, :window, 0) ON CONFLICT DO NOTHING'
)
_FORGET = sa.text('DELETE FROM allowance WHERE "window" < :before')
_COUNT = 'SELECT taken FROM allowance WHERE mark = :mark AND "window" = :window'
_TAKE = sa.text('UPDATE allowance SET taken = taken + :more WHERE mark = :mark AND "window" = :window')


def take(engine: sa.Engine, mark: str, window: int, wanted: int, limit: int) -> tuple[int, int]:
    """Take up to `wanted` of the `limit` that `mark` has in the window; returns how many were to be had, and
    how many are left after that for anybody.

    It is a transaction of its own, and on PostgreSQL none that waits for those who write to the desk.
    """
    sqlite = engine.dialect.name == "sqlite"
    options = {"write": True, "patience_ms": _PATIENCE_MS} if sqlite else {}
    where = {"mark": mark, "window": window}
    with engine.execution_options(**options).begin() as connection:
        if connection.execute(_OPEN, where).rowcount:
            connection.execute(_FORGET, {"before": window - _KEPT_SECONDS})
        taken = connection.execute(sa.text(_COUNT if sqlite else f"{_COUNT} FOR UPDATE"), where).scalar_one()
        more = max(0, min(wanted, limit - taken))
        if more:
            connection.execute(_TAKE, {**where, "more": more})
    return more, max(0, limit - taken - more)
