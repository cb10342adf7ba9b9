#!/usr/bin/env python3
"""Checks the documents: every relative link leads somewhere, every test that is named is there, every settings key is described, no record lacks a part."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
TEST_NAME = re.compile(r"`([A-Z][A-Za-z0-9]+(?:Test|IT))`")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
RECORD_PARTS = ("## Context", "## Options", "## Outcome", "## Good and bad", "## How we would notice that it was wrong")


def tracked(pattern):
    """Files of the repository that match."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()
    return [ROOT / name for name in listed]


def dead_links():
    for document in tracked("*.md"):
        for target in LINK.findall(document.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:") and not (document.parent / target).exists():
                yield f"{document.relative_to(ROOT)}: the link to {target} leads nowhere"


def unknown_tests():
    known = {path.stem for path in tracked("src/test/java/*.java")}
    for document in tracked("*.md"):
        for name in TEST_NAME.findall(document.read_text(encoding="utf-8")):
            if name not in known:
                yield f"{document.relative_to(ROOT)}: there is no test {name}"


def undescribed_keys():
    described = (ROOT / "config" / "README.md").read_text(encoding="utf-8")
    for settings in [ROOT / "config" / "rollscope.yaml", *tracked("config/detection/*.yaml")]:
        for line in settings.read_text(encoding="utf-8").splitlines():
            match = re.match(r"\s*([a-z0-9_]+):", line)
            if match and f"`{match.group(1)}`" not in described:
                yield f"{settings.relative_to(ROOT)}: the key {match.group(1)} is not described in config/README.md"


def incomplete_records():
    for record in tracked("src/docs/decisions/[0-9]*.md"):
        text = record.read_text(encoding="utf-8")
        for part in RECORD_PARTS:
            if part not in text:
                yield f"{record.relative_to(ROOT)}: the part '{part}' is missing"


def main():
    problems = [*dead_links(), *unknown_tests(), *undescribed_keys(), *incomplete_records()]
    for line in problems:
        print(line)
    print(f"{len(tracked('*.md'))} documents, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
