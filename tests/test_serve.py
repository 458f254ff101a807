"""`mkdocs serve` lives: a fault shows on the pages, the last good site stays, and mending is enough."""

from __future__ import annotations

import html
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import EXEMPLIA, ROOT
from test_rules import CASES, apply


class Server:
    """A server at work on a copy of the small dossier."""

    def __init__(self, root: Path, base: str = "x/", **environment: str) -> None:
        self.root, self.base = root, base
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{self.base}{path}", timeout=10) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, path: str, words: str, *, there: bool = True) -> str:
        """The page, once the words are there, or gone. Fails after 20 seconds."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            text = self.page(path)
            if text and (words in text) is there:
                return text
            time.sleep(0.05)
        raise AssertionError(f"{words!r} still {'missing' if there else 'there'} at {path}")

    def memory(self) -> int:
        """Megabytes of memory that the server holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024

    def change(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy that can be broken; it watches its own records."""
    root = tmp_path / "tests" / "exemplia"
    shutil.copytree(EXEMPLIA, root, symlinks=True)
    for name in ("hooks", "overrides", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nwatch: [data]\n")
    return root


@pytest.fixture
def serve(dossier: Path) -> Iterator[type[Server]]:
    started: list[Server] = []

    def start(root: Path = dossier, **more: str) -> Server:
        started.append(Server(root, **more))
        return started[-1]

    yield start
    for server in started:
        server.process.terminate()
        server.process.wait(10)


BANNER = 'class="problems"'
FAULTS = [
    ("data/attacks/oven-2011.yml", "kind: ransomware", "kind: ransomwear", "data/attacks/oven-2011.yml:12:1"),
    ("data/sectors.yml", "sector: mills", "sector: mill", "data/sectors.yml:38:5"),
    ("data/summit.yml", "  fr: Port-Véris", "\tfr: Port-Véris", "There is a tab here"),
    ("docs/en/index.md", "[@charter-2012;", "[@charte-2012;", "docs/en/index.md:18:21"),
    ("docs/en/timeline.md", "part=before", "part=befor", "“befor” is not a value"),
]


def test_five_faults_in_a_row_show_and_go_and_the_site_stays(serve) -> None:
    server = serve()
    server.wait("en/outages/great-oven/", "The great oven")
    for file, good, bad, words in FAULTS:
        server.change(file, good, bad)
        page = server.wait("en/outages/great-oven/", BANNER)
        assert words in page and "The great oven" in page
        server.change(file, bad, good)
        server.wait("en/outages/great-oven/", BANNER, there=False)
    assert server.process.poll() is None


def test_a_dossier_that_never_loaded_gives_one_page_with_the_list(dossier: Path, serve) -> None:
    record = dossier / "data" / "attacks" / "oven-2011.yml"
    good = record.read_text(encoding="utf-8")
    record.write_text(good.replace("kind: ransomware", "kind: ransomwear"), encoding="utf-8")
    server = serve()
    assert "data/attacks/oven-2011.yml:12:1" in server.wait("", BANNER)
    record.write_text(good, encoding="utf-8")
    server.wait("en/outages/great-oven/", "The great oven")


@pytest.mark.audit
def test_fifty_faults_in_a_row_show_and_go_and_the_memory_stays(dossier: Path, serve) -> None:
    cases = [param.values[0] for param in CASES if "replace" in param.values[0] and param.values[0]["says"]]
    chosen = cases[:: len(cases) // 50][:50]
    assert len(chosen) == 50
    server, page, memory = serve(), "en/outages/great-oven/", []
    server.wait(page, "The great oven")
    for case in chosen:
        good = (dossier / case["file"]).read_bytes()
        apply(case, dossier)
        shown = html.unescape(server.wait(page, BANNER))
        for said in case["says"]:
            place, _, sentence = said.partition(": ")
            assert f"<code>{place}</code> {sentence}" in shown, case["name"]
        assert "The great oven" in shown
        (dossier / case["file"]).write_bytes(good)
        server.wait(page, BANNER, there=False)
        memory.append(server.memory())
    assert server.process.poll() is None
    # The first builds fill what is kept on purpose; after that nothing may pile up.
    assert statistics.mean(memory[-10:]) <= 1.1 * statistics.mean(memory[5:15]), memory


@pytest.mark.audit
@pytest.mark.parametrize(("alone", "seconds"), [({}, 2.5), ({"BUILD_EN": "false"}, 1.5)], ids=["both", "one"])
def test_an_edit_to_a_record_soon_shows(tmp_path: Path, serve, alone: dict[str, str], seconds: float) -> None:
    """On this project's own dossier, from the saved file to the pages of every language that is built."""
    root = tmp_path / "whole"
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    server = serve(root, base="", **alone)
    pages = {"fr": "secteurs/energie/", "en": "en/sectors/energy/"}
    built = [pages["fr"]] if alone else list(pages.values())
    server.wait(built[-1], "</html>")
    took = []
    for n in range(5):
        time.sleep(2)
        names = "fr: Énergie{0}\n    en: Energy{0}\n"
        server.change("data/sectors.yml", names.format(f" {n - 1}" if n else ""), names.format(f" {n}"))
        start = time.perf_counter()
        for page in built:
            server.wait(page, f"{'Energy' if page.startswith('en/') else 'Énergie'} {n}<")
        took.append(time.perf_counter() - start)
    assert statistics.median(took) <= seconds, took
