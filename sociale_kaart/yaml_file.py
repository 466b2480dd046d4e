"""One YAML file: its content, and the line on which each field stands."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any, ClassVar

import yaml

from sociale_kaart.fout import Fout, Foutcode

MAX_BYTES = 1_000_000  # an entry takes about 6 kB
MAX_DEPTH = 50  # an entry goes 4 deep; libyaml calls itself for each level, until the stack is full
TAGS = {"null", "bool", "int", "float", "str", "seq", "map"}  # what an entry is made of
Pad = tuple[str | int, ...]


class DubbelVeld(yaml.MarkedYAMLError):
    """A mapping names the same field twice."""


class _Loader(yaml.CSafeLoader):
    """The safe loader for plain data alone; dates stay text, and no field stands twice."""

    yaml_constructors: ClassVar = {
        tag: construct
        for tag, construct in yaml.CSafeLoader.yaml_constructors.items()
        if tag is None or tag.rpartition(":")[2] in TAGS
    }

    def construct_mapping(
        self,
        node: yaml.Node,
        deep: bool = False,  # noqa: FBT001, FBT002 (PyYAML's own signature)
    ) -> dict[Hashable, Any]:
        if not isinstance(node, yaml.MappingNode):
            raise yaml.MarkedYAMLError(problem="map", problem_mark=node.start_mark)
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag.endswith(":merge"):
                raise yaml.MarkedYAMLError(problem="key", problem_mark=key.start_mark)
            if key.value in seen:
                raise DubbelVeld(problem=key.value, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] in TAGS]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path, bestand: str) -> tuple[Any, Fout | None]:
    """Return what the file holds, or the fault that keeps it from being read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, _fault(Foutcode.BESTAND_TE_GROOT, bestand, grens=MAX_BYTES)
        text = path.read_text(encoding="utf-8")
        if _may_be_deep(text):
            _refuse_deep(text)
        return yaml.load(text, Loader=_Loader), None  # noqa: S506 (a CSafeLoader)
    except DubbelVeld as error:
        line = _line_of(error)
        return None, _fault(Foutcode.DUBBEL_VELD, bestand, line, veld=error.problem)
    except yaml.MarkedYAMLError as error:
        return None, _fault(Foutcode.YAML_ONGELDIG, bestand, _line_of(error))
    except (
        yaml.YAMLError,
        ValueError,
        LookupError,
        RecursionError,
    ):  # also a tag that fits no value
        return None, _fault(Foutcode.YAML_ONGELDIG, bestand)
    except OSError:
        return None, _fault(Foutcode.BESTAND_ONLEESBAAR, bestand)


def _may_be_deep(text: str) -> bool:
    """Tell whether a text could be too deep, without parsing it: nearly every file could not.

    A level takes a bracket, or a column of indentation with the marks of lists and fields.
    """
    blank = text.replace("-", " ").replace("?", " ").replace(":", " ").replace("\t", " ")
    return text.count("[") + text.count("{") > MAX_DEPTH or " " * MAX_DEPTH in blank


def _refuse_deep(text: str) -> None:
    """Raise where a text is too deep, as its events tell: those take no stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            mark = event.start_mark
            raise yaml.MarkedYAMLError(problem="depth", problem_mark=mark)  # type: ignore[arg-type]


def find_line(path: Path, pad: Pad) -> int | None:
    """Return the line (from 1) where the value at this path of keys and positions stands.

    A path that leads nowhere gives the line of the nearest thing above it.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, OSError, ValueError):
        return None
    if node is None:
        return None
    line = int(node.start_mark.line) + 1
    for part in pad:
        found = _descend(node, part)
        if found is None:
            break
        line, node = found
    return line


def _descend(node: yaml.Node, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return value.start_mark.line + 1, value
    return None


def _line_of(error: yaml.MarkedYAMLError) -> int | None:
    mark = error.problem_mark or error.context_mark
    return None if mark is None else mark.line + 1


def _fault(code: Foutcode, bestand: str, regel: int | None = None, **gegevens: object) -> Fout:
    return Fout(code=code, bestand=bestand, regel=regel, gegevens=gegevens)
