"""Time a build, beside the same pages as static Markdown without hooks: `python tests/measure.py`.

`--times 10` multiplies the attacks (each copy under another id) and builds that. The
static twin holds the text of every built page as Markdown files with their own front
matter, built by the same MkDocs, theme and i18n, with no hooks. Both are timed in turn,
so that a machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from lxml import html
from markdownify import markdownify
from mkdocs.utils.yaml import yaml_load
from sites import ROOT, Built, build

COPIED = ("data", "docs", "hooks", "overrides", "mkdocs.yml")


def multiplied(folder: Path, times: int) -> Path:
    """A copy of the project in which every attack stands `times` times."""
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    for path in sorted((folder / "data" / "attacks").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        old = path.stem
        for number in range(2, times + 1):
            data = yaml.load(text, Loader=yaml.BaseLoader)
            data["id"] = f"{old}-x{number}"
            data["slug"] = {lang: f"{slug}-x{number}" for lang, slug in data["slug"].items()}
            data["disputed"] = data.get("disputed") == "true"
            for figure in data.get("figures", []):
                figure.update({k: float(figure[k]) for k in ("value", "low", "high") if k in figure})
                figure["key"] = figure.get("key") == "true"
            path.with_name(f"{data['id']}.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return folder


def static_twin(built: Built, folder: Path) -> Path:
    """The same pages as plain Markdown, one file a page, in a project without hooks."""
    for path, page in built.pages.items():
        article = page.tree.find(".//article")
        below = path.removeprefix("en/") if page.lang == "en" else path
        target = folder / "docs" / page.lang / below / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        body = markdownify(html.tostring(article, encoding="unicode"), heading_style="ATX")
        target.write_text(f"---\ntitle: {page.tree.findtext('.//title')!r}\n---\n\n{body}", encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    config = yaml_load((ROOT / "mkdocs.yml").open(encoding="utf-8"))
    for key in ("hooks", "watch", "nav", "validation", "strict"):
        config.pop(key, None)
    config["site_url"] = "https://example.org/"
    config["theme"].pop("custom_dir")
    config["extra"] = {}
    config["nav"] = ["index.md"]
    config["not_in_nav"] = "*"
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return folder


def seconds(config: Path, site: Path) -> float:
    """Wall time of one whole build, the start of Python included."""
    start = time.perf_counter()
    done = build(config, site, "https://example.org/", strict=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "ours").mkdir()
        ours = multiplied(folder / "ours", options.times)
        seconds(ours / "mkdocs.yml", folder / "site")
        built = Built(folder / "site", "https://example.org/")
        static = static_twin(built, folder / "static")
        with_hooks, without = [], []
        for _ in range(options.runs):
            with_hooks.append(seconds(ours / "mkdocs.yml", folder / "site"))
            without.append(seconds(static / "mkdocs.yml", folder / "site-static"))
        pages = len(built.pages)
        for name, measured in (("with hooks", with_hooks), ("static Markdown", without)):
            middle = statistics.median(measured)
            print(f"{name}: {pages} pages, median {middle:.2f} s, {pages / middle:.0f} pages a second "
                  f"(least {min(measured):.2f}, most {max(measured):.2f})")
        print(f"ratio of medians: {statistics.median(with_hooks) / statistics.median(without):.2f}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))
    subprocess.run([sys.executable, "--version"], check=True)
    main()
