"""Word lists are written as running text: `words("der die das")`."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that white space separates."""
    return frozenset(listed.split())
