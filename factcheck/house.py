"""The desk's own style: name, logo, colour, imprint, words for verdicts, how it works.

Read from `house.toml` in the data folder, or from the file that FACTCHECK_HOUSE_STYLE names; without one the
desk looks as it comes. docs/report.md has an example.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from claims.errors import InvalidInput
from claims.reason import Language
from claims.verdict import Verdict
from claims.wording import label
from factcheck.colour import DARK, LIGHT, READABLE, contrast, lighten
from factcheck.report.parts import ReportedHouse
from factcheck.settings import Settings

_Line = Annotated[str, Field(max_length=120, pattern=r"^[^\x00-\x1f\x7f\u2028\u2029]*$")]
_Colour = Annotated[str, Field(pattern=r"^(#[0-9a-fA-F]{6})?$")]
_LARGEST = 200_000


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Label(_Entry):
    """A verdict's name in either language; empty for the one that it comes with."""

    de: _Line = ""
    en: _Line = ""


class Imprint(_Entry):
    de: str = Field(default="", max_length=2000)
    en: str = Field(default="", max_length=2000)


class Method(_Entry):
    """How the desk works, in its own words: Markdown, in which HTML stays text."""

    de: str = Field(default="", max_length=20_000)
    en: str = Field(default="", max_length=20_000)


class HouseStyle(_Entry):
    """What stands in the file. `logo` is a PNG or SVG file, named from the folder of this one."""

    name: _Line = ""
    logo: str = ""
    accent: _Colour = ""
    accent_dark: _Colour = ""
    imprint: Imprint = Imprint()
    verdicts: dict[Verdict, Label] = Field(default_factory=dict)
    method: Method = Method()

    @field_validator("accent")
    @classmethod
    def _readable_on_light(cls, colour: str) -> str:
        return _readable(colour, LIGHT, "the light paper")

    @field_validator("accent_dark")
    @classmethod
    def _readable_on_dark(cls, colour: str) -> str:
        return _readable(colour, DARK, "the ink of the dark theme")

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        for language in ("de", "en"):
            names = [getattr(self.verdicts.get(v), language, "") or label(v, language) for v in Verdict]
            folded = [name.casefold() for name in names]
            twice = next((name for name in names if folded.count(name.casefold()) > 1), "")
            if twice:
                raise ValueError(f"two verdicts are called {twice!r} in {language}: each needs its own name")
        return self


_AS_IT_COMES = HouseStyle()


def _readable(colour: str, ground: str, called: str) -> str:
    if colour and (found := contrast(colour, ground)) < READABLE:
        raise ValueError(
            f"{colour} has a contrast of {found:.2f}:1 against {called} ({ground}); words can be read from "
            f"{READABLE}:1 on: take a {'darker' if ground == LIGHT else 'lighter'} colour"
        )
    return colour


@dataclass(frozen=True)
class House:
    """The style as it is used: `name` is never empty, `logo` is a PNG whatever the file was."""

    name: str
    style: HouseStyle
    logo: bytes | None = None

    @property
    def accent_dark(self) -> str:
        """The accent on dark ground: the one that is set, else the accent made light enough."""
        return self.style.accent_dark or (self.style.accent and lighten(self.style.accent, DARK))

    def label(self, verdict: Verdict, language: Language) -> str:
        """What the desk calls the verdict."""
        own = self.style.verdicts.get(verdict)
        return (getattr(own, language) if own else "") or label(verdict, language)

    def imprint(self, language: Language) -> str:
        """In the language; in the other one where there is none in it."""
        told = self.style.imprint
        return getattr(told, language) or told.de or told.en

    def method(self, language: Language) -> tuple[str, Language]:
        """How the desk works in its own words, and the language of these; empty where there are none."""
        told = self.style.method
        other: Language = "en" if language == "de" else "de"
        spoken = language if getattr(told, language) else other
        return getattr(told, spoken), spoken

    def told(self, language: Language) -> ReportedHouse:
        """What a report in the language holds of it."""
        own = {verdict: getattr(names, language) for verdict, names in self.style.verdicts.items()}
        return ReportedHouse(
            imprint=self.imprint(language),
            labels={verdict: name for verdict, name in own.items() if name},
            accent=self.style.accent,
            accent_dark=self.accent_dark,
            logo=self.logo,
        )


def house_of(settings: Settings) -> House:
    """The style of this desk. Raises InvalidInput with all that is to mend in the file."""
    path = Path(settings.house_style).expanduser() if settings.house_style else settings.home / "house.toml"
    if not settings.house_style and not path.exists():
        return House(settings.desk_name, _AS_IT_COMES)
    style, logo = _read(path, *_stamp(path))
    return House(style.name or settings.desk_name, style, logo)


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does. Raises InvalidInput."""
    try:
        found = path.stat()
    except OSError as error:
        raise InvalidInput("%(path)s cannot be read: %(why)s.", path=path, why=error.strerror) from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int, size: int) -> tuple[HouseStyle, bytes | None]:
    if size > _LARGEST:
        raise InvalidInput("%(path)s is larger than %(most)s bytes.", path=path, most=f"{_LARGEST:,}")
    try:
        style = HouseStyle.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise InvalidInput("%(path)s cannot be read: %(why)s.", path=path, why=error.strerror) from error
    except ValidationError as error:
        raise InvalidInput("%(path)s: %(why)s.", path=path, why=_faults(error)) from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise InvalidInput("%(path)s is no TOML file: %(why)s.", path=path, why=error) from error
    if not style.logo:
        return style, None
    from factcheck.logo import draw  # it takes a typesetter, which most commands can do without

    return style, draw(path.parent / style.logo)


def _faults(error: ValidationError) -> str:
    """Where and what, for each fault: `accent: … has a contrast of 2.31:1 …; verdicts.wrong: …`."""
    return "; ".join(
        ": ".join(part for part in (".".join(map(str, fault["loc"])), _plain(fault["msg"])) if part)
        for fault in error.errors()
    )


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")
