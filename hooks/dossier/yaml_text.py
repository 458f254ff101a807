"""Read YAML in which scalars are text.

PyYAML guesses: it reads `13:04` as 784, `no` as False, `0110` as 72, and dies on
`2021-02-30`. Here only true, false, null and plain decimal numbers have a type;
everything else is the text that was written, and the models give it its meaning.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, ClassVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

# Up to 18 digits: what is longer is no number that anybody counted, and stays text.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?\Z")
# No record is a tenth as deep; a text that is can exhaust the stack of a program that walks it.
MAX_DEPTH = 50


class DuplicateKey(yaml.MarkedYAMLError):
    """A key stands twice in one mapping: YAML keeps the last one in silence."""

    def __init__(self, key: str, mark: yaml.Mark) -> None:
        super().__init__(problem="duplicate key", problem_mark=mark)
        self.key = key


class AliasFound(yaml.MarkedYAMLError):
    """`&name` and `*name` are refused: nobody writes them here, and they can explode."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__(problem="alias", problem_mark=mark)


class TooDeep(yaml.MarkedYAMLError):
    """Lists and mappings nested deeper than anything that a person writes."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__(problem="nested too deep", problem_mark=mark)


class TextLoader(yaml.CSafeLoader):
    """A safe loader that knows no implicit type but true, false, null and plain numbers."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value if isinstance(node, MappingNode) else ():
            if isinstance(key, ScalarNode):
                if key.value in seen:
                    raise DuplicateKey(key.value, key.start_mark)
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def _number(loader: TextLoader, node: ScalarNode) -> int | Decimal:
    """An int, or a Decimal, which still prints as it was written (`1.10`)."""
    return Decimal(node.value) if "." in node.value else int(node.value)


def _truth(loader: TextLoader, node: ScalarNode) -> bool:
    """true or false; `!!bool maybe`, written out, is neither."""
    if node.value not in ("true", "false"):
        raise yaml.constructor.ConstructorError(None, None, "not true or false", node.start_mark)
    return node.value == "true"


TextLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)\Z"), ["t", "f"])
TextLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(null|~|)\Z"), ["n", "~", ""])
TextLoader.add_implicit_resolver("!number", _NUMBER, list("-0123456789"))
TextLoader.add_constructor("!number", _number)
TextLoader.add_constructor("tag:yaml.org,2002:bool", _truth)
# `<<` is a plain key here, and an explicit tag of another type is not understood.
for _tag in ("int", "float", "timestamp", "binary", "set", "omap", "pairs", "merge", "value"):
    TextLoader.add_constructor(f"tag:yaml.org,2002:{_tag}", yaml.constructor.SafeConstructor.construct_undefined)


def load(text: str) -> Any:
    """Return the data of one YAML document.

    Raises `yaml.YAMLError`; most have a `problem_mark`.
    """
    _refuse_traps(text)
    return yaml.load(text, Loader=TextLoader)


def compose(text: str) -> Node | None:
    """Return the node tree, which knows line and column. Only for files with a problem."""
    return yaml.compose(text, Loader=TextLoader)


def _refuse_traps(text: str) -> None:
    """Refuse aliases and bottomless nesting from the events, before anything is built of them."""
    depth = 0
    for event in yaml.parse(text, Loader=TextLoader):
        if getattr(event, "anchor", None):  # an alias event has one too
            raise AliasFound(event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise TooDeep(event.start_mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def position(node: Node | None, path: tuple[Any, ...]) -> tuple[int, int]:
    """Line and column, from 1, of the deepest part of `path` that stands in the file.

    Parts of the path that name no key or item (pydantic adds such parts for unions)
    are passed over. A path that ends on a key of a mapping gives the place of the key.
    """
    mark = node.start_mark if node else None
    for part in path:
        if isinstance(node, MappingNode):
            found = [(k, v) for k, v in node.value if getattr(k, "value", None) == str(part)]
            if found:
                mark, node = found[0][0].start_mark, found[0][1]
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            mark = node.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
