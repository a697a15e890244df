"""Whether words in a colour can be read: contrast by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

Colours are written `#7b3a17`.
"""

LIGHT, DARK = "#fbf9f4", "#191714"
"""The grounds of reports and pages: paper, and the dark theme's ink."""

READABLE = 4.5
"""From this contrast on text of any size can be read (success criterion 1.4.3)."""


def contrast(first: str, second: str) -> float:
    """1 for the same colour to 21 for black and white."""
    lower, higher = sorted((_luminance(first), _luminance(second)))
    return (higher + 0.05) / (lower + 0.05)


def lighten(colour: str, ground: str) -> str:
    """The colour with as little white, in steps of a twentieth, as it takes to be read on the ground."""
    shares = (step / 20 for step in range(21))
    mixed = (_mix(colour, share) for share in shares)
    return next(found for found in mixed if contrast(found, ground) >= READABLE)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _mix(colour: str, white: float) -> str:
    return "#" + bytes(round(part + (255 - part) * white) for part in _channels(colour)).hex()


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
