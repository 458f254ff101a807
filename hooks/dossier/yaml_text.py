"""Read YAML in which scalars are text.

PyYAML guesses: it reads `13:04` as 784, `no` as False, `0110` as 72, and dies on
`2021-02-30`. Here only true, false, null and plain decimal numbers have a type;
everything else is the text that was written, and the models give it its meaning.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?\Z")


class DuplicateKey(yaml.MarkedYAMLError):
    """A key stands twice in one mapping: YAML keeps the last one in silence."""

    def __init__(self, key: str, mark: yaml.Mark) -> None:
        super().__init__(problem="duplicate key", problem_mark=mark)
        self.key = key


class AliasFound(yaml.MarkedYAMLError):
    """`&name` and `*name` are refused: nobody writes them here, and they can explode."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__(problem="alias", problem_mark=mark)


class TextLoader(yaml.CSafeLoader):
    """A safe loader that knows no implicit type but true, false, null and plain numbers."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

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

    Raises `yaml.YAMLError` (most have a `problem_mark`) and `RecursionError` for a
    text nested too deep to be one that a person wrote.
    """
    if "&" in text or "*" in text:
        _refuse_aliases(text)
    return yaml.load(text, Loader=TextLoader)


def compose(text: str) -> Node | None:
    """Return the node tree, which knows line and column. Only for files with a problem."""
    return yaml.compose(text, Loader=TextLoader)


def _refuse_aliases(text: str) -> None:
    for token in yaml.scan(text, Loader=TextLoader):
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
            raise AliasFound(token.start_mark)


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
