import pytest
from pydantic import TypeAdapter, ValidationError

from claims.address import WebAddress

_ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


@pytest.mark.parametrize("url", ["https://zahlen.example/a?b=1#c", "http://[2001:db8::1]:8080/x"])
def test_an_address_that_can_be_taken_apart_is_taken(url: str) -> None:
    assert _ADDRESS.validate_python(url) == url


@pytest.mark.parametrize(
    "url", ["https://[", "http://a.example:99999/", "http://:80/", "ftp://a.example/", "https://a b"]
)
def test_what_only_looks_like_an_address_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        _ADDRESS.validate_python(url)
