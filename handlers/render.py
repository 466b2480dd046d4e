"""From values to Dutch: every word that a user reads stands in templates/."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup

TEMPLATES = Path(__file__).with_name("templates")
LABELS = "labels*.j2"  # one file an area


class Renderer:
    """Renders templates; a value that is missing is an error.

    Texts are HTML and every value in them is escaped; labels are plain.
    """

    def __init__(self) -> None:
        self._texts = _make_environment(autoescape=True)
        self._plain = _make_environment(autoescape=False)

    @cached_property
    def _labels(self) -> Mapping[str, Callable[..., object]]:
        found: dict[str, Callable[..., object]] = {}
        for path in sorted(TEMPLATES.glob(LABELS)):
            found.update(_find_macros(self._plain.get_template(path.name).module))
        return found

    def render(self, naam: str, /, **waarden: object) -> str:
        """Return the text of a template, without empty lines at its ends."""
        return self._texts.get_template(f"{naam}.j2").render(**waarden).strip()

    def render_plain(self, naam: str, /, **waarden: object) -> str:
        """Return the text of a template that is not HTML."""
        return self._plain.get_template(f"{naam}.j2").render(**waarden).strip()

    def label(self, naam: str, /, **waarden: object) -> str:
        """Return one short plain text of the labels, such as the title of a button."""
        return str(self._labels[naam](**waarden)).strip()

    def explain_error(self, naam: str, reden: str) -> str:
        """Return the sentence for an error by the name of its class; a general one for others."""
        macro = self._labels.get(f"fout_{naam}") or self._labels["fout_anders"]
        return str(macro(reden=reden)).strip()


def _find_macros(module: TemplateModule) -> Mapping[str, Callable[..., object]]:
    """Return the macros of a file of labels by name."""
    return {name: value for name, value in vars(module).items() if isinstance(value, Macro)}


def mark_safe(text: str) -> Markup:
    """Mark a text that a template has made already, so that it is not escaped again."""
    return Markup(text)  # noqa: S704  (made by Renderer.render, which escapes every value)


def _make_environment(*, autoescape: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=autoescape,  # noqa: S701  (off for labels alone, which are never HTML)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
