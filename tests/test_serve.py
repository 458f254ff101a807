"""`mkdocs serve` lives: a fault shows on the pages, the last good site stays, and mending is enough."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import EXEMPLIA, ROOT


class Server:
    """A server at work on a copy of the small dossier."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/x/{path}", timeout=10) as answer:
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
            time.sleep(0.2)
        raise AssertionError(f"{words!r} still {'missing' if there else 'there'} at {path}")

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

    def start() -> Server:
        started.append(Server(dossier))
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
