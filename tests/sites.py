"""Build the two dossiers once a run, through the real MkDocs, and serve what was built."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).resolve().parent.parent
EXEMPLIA = ROOT / "tests" / "exemplia"


@dataclass(frozen=True)
class Page:
    """One built page. `path` is its path from the root of the site: `en/sectors/`."""

    path: str
    file: Path

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.file.read_text(encoding="utf-8"))

    @property
    def lang(self) -> str:
        return "en" if self.path.split("/")[0] == "en" else "fr"

    def ids(self) -> frozenset[str]:
        return self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self.tree.xpath("//@id"))


@dataclass(frozen=True)
class Built:
    """A site that was built, and the address it was built for."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its path; the 404 page stands apart."""
        files = sorted(self.folder.rglob("index.html"))
        return {
            (path := file.relative_to(self.folder).as_posix().removesuffix("index.html")): Page(path, file)
            for file in files
        }


def build(config: Path, folder: Path, url: str, *, strict: bool = True) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as a person would, and return what it printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), "--site-dir", str(folder)]
    environment = {
        **os.environ, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1800000000", "LC_ALL": "C.UTF-8",
    }
    if strict:
        command.append("--strict")
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=config.parent)


def built(config: Path, folder: Path, url: str) -> Built:
    done = build(config, folder, url)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder, url)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The dossier of this project."""
    return built(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("site"), "https://example.org/")


@pytest.fixture(scope="session")
def exemplia(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A fictional dossier with the same hooks, at an address under a path."""
    return built(EXEMPLIA / "mkdocs.yml", tmp_path_factory.mktemp("exemplia"), "https://example.org/x/")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, *rest: object, **more: object) -> None:
        """Answer an unknown address with the site's own page, as a static host does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, *rest, **more)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@contextmanager
def serving(site: Built) -> Iterator[str]:
    """The address of a built site on this machine, while it is needed."""
    handler = functools.partial(_Quiet, directory=str(site.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served(site: Built) -> Iterator[str]:
    """The address of this project's site."""
    with serving(site) as address:
        yield address
