"""Templates that are compiled once for each language say what they would say if nothing were known before."""

from enum import StrEnum
from pathlib import Path

import pytest
from flask import render_template, render_template_string
from flask_babel import lazy_gettext
from jinja2 import Undefined, nodes
from markupsafe import Markup, escape

from api.pages.environment import written
from api.pages.frequent import FREQUENT, gettext
from tests.api.pages.office import Office, open_office

_NASTY = "<script>alert('1' & \"2\")</script>"


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


class _Sign(StrEnum):
    NASTY = _NASTY


def test_values_are_written_as_the_library_escapes_them(office: Office) -> None:
    values = [*_NASTY, _NASTY, "plain", "", Markup(_NASTY), _Sign.NASTY, None, 7, 0.5, Undefined(), [_NASTY]]
    with office.app.test_request_context("/login"):
        for value in [*values, lazy_gettext("Queue")]:
            assert written(value) == escape(value)


@pytest.mark.parametrize(
    "template",
    [
        "{{ it }}",
        "{{ _('This takes the role %(role)s.', role=it) }}",
        "{{ _('This takes the role %(role)s.', role=it) if it else '' }}",
        "{{ ngettext('%(num)s claim', '%(num)s claims', 2, num=it) }}",
        "<a title=\"{{ it }}\" href='{{ url_for('queue.show', words=it) }}'>",
        "{% macro part(x) %}{{ x }}{% endmacro %}{{ part(it) }}{{ part(it|upper) }}",
        "{% set kept %}{{ it }}{% endset %}{{ kept ~ it }}",
        "{% macro around() %}{{ caller(it) }}{% endmacro %}{% call(x) around() %}{{ x }}{% endcall %}",
    ],
)
def test_no_way_into_a_page_leads_past_escaping(office: Office, template: str) -> None:
    with office.app.test_request_context("/login"):
        shown = render_template_string(template, it=_NASTY)
        assert "&lt;" in shown or "%3Cscript" in shown
        assert [raw for raw in ("<script", "<SCRIPT", "'1'", '"2"') if raw in shown] == []


def test_a_page_speaks_each_reader_s_language_and_links_below_where_the_desk_is(office: Office) -> None:
    said = {}
    for spoken, root in [("de", ""), ("en", ""), ("de", "/desk"), ("de", "")]:
        asked = {"headers": {"Accept-Language": spoken}, "environ_overrides": {"SCRIPT_NAME": root}}
        with office.app.test_request_context("/login", **asked):
            page = render_template("login.html", name="", error="", next="/")
            assert gettext("To the content") in page
            assert f'href="{root}/static/desk.css"' in page
        assert said.setdefault((spoken, root), page) == page.replace(_token(page), _token(said[spoken, root]))
    assert len({page.partition("<body>")[2] for page in said.values()}) == 3


def _token(page: str) -> str:
    return page.partition('name="csrf_token" value="')[2].partition('"')[0]


def test_what_is_compiled_as_a_constant_has_its_name_in_every_template(office: Office) -> None:
    environment = office.app.jinja_env
    for name in environment.list_templates():
        tree = environment.parse((environment.loader.get_source(environment, name))[0])
        assert not {n.name for n in tree.find_all(nodes.Name) if n.ctx != "load"} & set(FREQUENT), name
