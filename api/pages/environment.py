"""The templates of the pages, compiled once for each language: what the desk says in them is text then.

Much of what a template calls comes out the same as long as the language does: sentences, and addresses
without a number in them. Jinja does such work when it compiles a template, where it is a filter of constants;
so calls of `gettext` and `url_for` are compiled as filters, and a sentence with values in it as text with the
values between.
"""

import re
from collections.abc import Iterator, MutableMapping
from types import FunctionType
from typing import Any

from flask import Flask, request
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from api.pages.frequent import FREQUENT, language, translated

_PLACE = re.compile(r"%\((\w+)\)s")
_SPECIAL = re.compile("[&<>'\"]")


def written(value: object) -> str:
    """The value as HTML: what `markupsafe.escape` gives, sooner where there is nothing to escape."""
    if type(value) is Markup:
        return value
    if type(value) is str and _SPECIAL.search(value) is None:
        return value
    return escape(value)


class _Calls(Context):
    """Calls functions and macros at once, where Jinja's own first looks whether they take the context."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        kind = type(__obj)
        if kind is Macro or (kind is FunctionType and not hasattr(__obj, "jinja_pass_arg")):
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)


class _Writer(CodeGenerator):
    """Writes values with `written`."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class _Constants(NodeTransformer):
    """Turns calls of what is `FREQUENT` into filters, and what a sentence says with values into pieces."""

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 # as Jinja finds it
        node.nodes = [piece for child in node.nodes for piece in _pieces(child)]
        return self.generic_visit(node)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 # as Jinja finds it
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in FREQUENT or not node.args:
            return node
        given = (node.args[0], name, node.args[1:], node.kwargs, node.dyn_args, node.dyn_kwargs)
        return nodes.Filter(*given, lineno=node.lineno)


def _pieces(node: nodes.Expr) -> Iterator[nodes.Expr]:
    """The text of a translated sentence with its values between; else the expression itself."""
    match node:
        case nodes.Call(
            node=nodes.Name(name="_"), args=[nodes.Const(value=sentence)], kwargs=[_, *_], dyn_kwargs=None
        ):
            values = {given.key: given.value for given in node.kwargs}
            for at, piece in enumerate(_PLACE.split(translated(sentence))):
                yield values[piece] if at % 2 else nodes.TemplateData(piece.replace("%%", "%"))
        case _:
            yield node


class Templates(Environment):
    """The application's environment; the templates themselves are in one for each language and root path."""

    context_class = _Calls
    code_generator_class = _Writer
    written = staticmethod(written)

    variant: tuple[str, str] | None = None
    """The language and the root path that its templates are compiled for; None for the application's."""

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app, **options)
        self._variants: dict[tuple[str, str], Templates] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own, as long as a template adds none: to look through layers takes longer."""
        return super().make_globals(d) if d else self.globals

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:
        if self.variant:
            return super()._load_template(name, globals)
        wanted = (language(), request.root_path)
        if wanted not in self._variants:
            made = self.overlay()
            made.variant = wanted
            self._variants[wanted] = made
        return self._variants[wanted]._load_template(name, globals)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(_Constants().visit(source), *args, **kwargs)
