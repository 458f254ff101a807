"""Loading a dossier that people broke in ways nobody thought of: problems come out, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from dossier import vocabulary, yaml_text
from dossier.__main__ import main
from dossier.load import load
from dossier.locales import locale
from dossier.problems import Problem, ordered
from dossier.rules import check, dates
from dossier.views import PROSE_BLOCKS
from sites import EXEMPLIA

FILES = ("data/sectors.yml", "data/words.yml", "docs/en/attacks/oven-2011.md")
DEEP = 100_000
NASTY = {
    "nothing": b"", "blanks": b" \n \n", "a comment": b"# nothing\n", "a word": b"hello", "a number": b"5",
    "null": b"~", "false": b"false", "a list of odds": b"- a\n- 5\n- ~\n- [x]\n- {}\n", "an empty list": b"[]",
    "an empty mapping": b"{}", "odd keys": b"~: x\n5: y\ntrue: z\n'': w\n", "a key that is a list": b"? [a]\n: b\n",
    "UTF-16": "- id: x\n".encode("utf-16"), "Latin-1": "- id: café\n".encode("latin-1"), "random bytes": bytes(range(256)),
    "a null byte": b"- id: x\0y\n", "a bell": b"- id: x\x07\n", "old Mac line ends": b"- id: x\r  name: y\r",
    "line separators": "- id: a\u2028b\u0085c\n".encode(), "brackets without end": b"[" * DEEP,
    "brackets inside brackets": b"[" * DEEP + b"]" * DEEP, "braces without end": b"{a: " * DEEP,
    "dashes without end": b"- " * DEEP, "stairs": b"\n".join(b" " * n + b"- " for n in range(500)),
    "an alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "an alias to itself": b"&a [*a]\n",
    "a merge key": b"- id: x\n  <<: {a: b}\n", "tags": b"- !!python/object:os.system x\n- !!int y\n- !x z\n",
    "two documents": b"a: b\n---\nc: d\n", "a directive": b"%YAML 9.9\n---\na: b\n", "only dashes": b"---\n---\n---\n",
    "a huge number": b"- id: " + b"9" * 10_000 + b"\n", "a long line": b"x" * 1_000_000,
    "front matter without end": b"---\ntitle: x\n", "front matter of a list": b"---\n- a\n---\n",
    "a marker without end": b"---\n---\n<!-- data:sectors\n", "a bracket in prose": b"---\n---\n[@ [= [@] [=] [@a [=b\n",
    "emphasis without end": b"---\n---\n" + b"*a **b " * 2_000, "quotes without end": b"---\n---\n" + b"> " * 2_000 + b"x",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "exemplia"
    shutil.copytree(EXEMPLIA, folder, symlinks=True, ignore=shutil.ignore_patterns("assets", "mkdocs.yml"))
    return folder


def problems_of(root: Path) -> list[Problem]:
    dossier, problems = load(root)
    return ordered([*problems, *check(dossier)])


@pytest.mark.parametrize("file", FILES)
def test_no_content_of_a_file_breaks_the_check(root: Path, file: str) -> None:
    """Each nasty file is told of in both languages, at a place that exists in a file that exists."""
    for name, content in NASTY.items():
        (root / file).write_bytes(content)
        for problem in problems_of(root):
            for lang in ("fr", "en"):
                assert "\n" not in problem.line(locale(lang)), name
            lines = (root / problem.place.file).read_bytes().count(b"\n") + 1
            assert 1 <= problem.place.line <= max(lines, 1) + 1 and problem.place.column >= 1, (name, problem)


@pytest.mark.audit
@pytest.mark.parametrize("content", ["", "~", "[]", "{}", "text", "5", "true", "[1]", "{a: b}", "''", "[~]", "-1.5"])
def test_no_value_of_a_field_breaks_the_check(root: Path, content: str) -> None:
    """Each line `field: value` of an attack in turn holds something else."""
    path = root / "data/attacks/oven-2011.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        key, colon, value = line.partition(": ")
        if colon and value:
            changed = [*lines[:number], f"{key}: {content}", *lines[number + 1 :]]
            path.write_text("\n".join(changed), encoding="utf-8")
            problems_of(root)


def test_a_mark_of_byte_order_and_windows_line_ends_are_no_problem(root: Path) -> None:
    for file in FILES:
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert problems_of(root) == []


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")], ids=["a folder", "a dead link"])
@pytest.mark.parametrize("file", ["data/attacks/x.yml", "data/sources/x.yml", "docs/en/x.md"])
def test_what_cannot_be_opened_is_told(root: Path, file: str, make: Callable[[Path], None]) -> None:
    make(root / file)
    assert [problem.place.file for problem in problems_of(root) if problem.rule == "unreadable"] == [file]


def test_a_second_meeting_is_told(root: Path) -> None:
    path = root / "data/summit.yml"
    once = "".join(f"  {line}\n" for line in path.read_text(encoding="utf-8").splitlines()[1:])
    again = once.replace("port-veris-2012", "port-veris-2013")
    path.write_text(f"-\n{once}-\n{again}", encoding="utf-8")
    found = [problem for problem in problems_of(root) if problem.rule == "two-summits"]
    assert [str(problem.place) for problem in found] == [f"data/summit.yml:{len(once.splitlines()) + 3}:3"]


def test_a_broken_record_says_its_own_problem_and_no_other(root: Path) -> None:
    """What points at a record that cannot be read is not wrong for that."""
    for file, old in (("data/sources/2011.yml", "lang: en"), ("data/sectors.yml", "by: ours"), ("data/summit.yml", "name:")):
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(text.replace(old, "nonsense: 1", 1), encoding="utf-8")
        assert {problem.place.file for problem in problems_of(root)} == {file}
        (root / file).write_text(text, encoding="utf-8")


def test_depth_is_measured_before_anything_is_built() -> None:
    assert yaml_text.load("[" * yaml_text.MAX_DEPTH + "]" * yaml_text.MAX_DEPTH)
    with pytest.raises(yaml_text.TooDeep):
        yaml_text.load("[" * DEEP + "]" * DEEP)


def test_the_command_says_it_all_and_returns_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in FILES:
        (root / file).write_bytes(NASTY["two documents"])
    assert main(["check", "--root", str(root)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert {line.split(":")[0] for line in said[:-1]} >= set(FILES)
    assert said[:-1] == sorted(said[:-1], key=lambda line: (line.split(":")[0], *map(int, line.split(":")[1:3])))


def test_a_dossier_without_problem_returns_zero(root: Path) -> None:
    assert main(["check", "--root", str(root)]) == 0


def test_today_is_the_day_that_the_build_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On 1 January 2013 most of the small dossier lies in the future."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1356998400")
    assert dates.today().isoformat() == "2013-01-01"
    assert {problem.rule for problem in problems_of(root)} == {"in-the-future"}


def test_the_checked_vocabulary_is_the_one_that_is_rendered() -> None:
    assert set(vocabulary.ARGUMENTS) == set(PROSE_BLOCKS)
