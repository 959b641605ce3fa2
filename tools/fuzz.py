"""Feeds every reader of foreign data what atheris makes up, guided by the lines that are reached.

``make fuzz`` gives each a minute, ``make fuzz ARGS="picture 600"`` one of them ten. A reader may
take its input or refuse it with its own error; anything else ends the run with the input that did
it. Prints the row for the table of RELIABILITY.md.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

SECONDS = 60
"""For each reader."""
_SLOWEST = 10
"""Seconds that one input may take."""
_LONGEST = 1 << 14
"""Bytes of an input."""


def readers(folder: Path) -> dict[str, tuple[Callable[[bytes], None], Iterator[bytes]]]:
    """What takes an input, and inputs to begin with, by the name of the reader."""
    from dataclasses import replace

    from iraq_explorer.storage.block_text import block_of, block_text
    from iraq_explorer.storage.check import check_library
    from iraq_explorer.storage.dataset_file import open_dataset, write_dataset
    from iraq_explorer.storage.importing import import_files
    from iraq_explorer.storage.library import Library
    from iraq_explorer.storage.library_entry import read_scenario_text, scenario_text
    from iraq_explorer.storage.picture_text import (
        PictureError,
        png_with_texts,
        svg_with_text,
        text_of,
        xmp_with_text,
    )
    from iraq_explorer.storage.problems import DatasetError
    from iraq_explorer.storage.rescue import salvage
    from iraq_explorer.storage.resources import shipped_dataset
    from iraq_explorer.storage.shipped_stories import shipped_stories
    from iraq_explorer.storage.story_json import story_from_json, story_to_json
    from tests.faults.foreign_files import whole_files

    dataset = shipped_dataset()
    whole = whole_files()

    def imported(name: str) -> Callable[[bytes], None]:
        def take(content: bytes) -> None:
            path, out = folder / name, folder / "out.json"
            path.write_bytes(content)
            try:
                made = import_files([path], "It")
            except DatasetError as refused:
                if not refused.problems:
                    raise AssertionError("a refusal says why") from refused
            else:
                write_dataset(made.files, out, replace=True)
                assert open_dataset(out).dataset == made.dataset, "what is written is whole"

        return take

    def scenario(content: bytes) -> None:
        try:
            read = read_scenario_text(content)
        except ValueError:
            return
        assert read_scenario_text(scenario_text(read)) == read

    def story(content: bytes) -> None:
        try:
            read = story_from_json(json.loads(content))
        except (ValueError, RecursionError):
            return
        assert story_from_json(story_to_json(read)) == read

    def picture(ending: str) -> Callable[[bytes], None]:
        def take(content: bytes) -> None:
            path = folder / f"picture.{ending}"
            path.write_bytes(content)
            try:
                text_of(path)
            except PictureError as refused:
                if not str(refused).strip() or "\n" in str(refused):
                    raise AssertionError("a refusal is one line") from refused

        return take

    def block(content: bytes) -> None:
        rows = block_of(content.decode("utf-8", "replace"))
        assert block_of(block_text(rows)) == rows

    def library(content: bytes) -> None:
        path = folder / "library.sqlite"
        path.write_bytes(content)
        check_library(path, dataset)
        salvage(path)

    small = folder / "small.sqlite"
    shortest = min(dataset.scenarios.values(), key=lambda one: len(scenario_text(one)))
    Library.create(small, [replace(shortest, note="", placements={})]).close()
    scenarios = (scenario_text(one).encode() for one in dataset.scenarios.values())
    stories = (json.dumps(story_to_json(one)).encode() for one in shipped_stories())
    text = scenario_text(shortest)
    png = png_with_texts(bytes.fromhex(_PNG), {"iraq-explorer": text})
    svg = svg_with_text(b'<svg xmlns="http://www.w3.org/2000/svg"><defs></defs></svg>', text)
    return {
        **{
            name.replace(".", "_"): (imported(name), iter([content]))
            for name, content in whole.items()
        },
        "scenario": (scenario, scenarios),
        "story": (story, stories),
        "png": (picture("png"), iter([png])),
        "svg": (picture("svg"), iter([svg])),
        "pdf": (picture("pdf"), iter([b"%PDF-1.7\n" + xmp_with_text("A", "B", text)])),
        "block": (block, iter([b'a\tb\n"c ""d""\ne"\tf\n'])),
        "library": (library, iter([small.read_bytes()])),
    }


_PNG = (
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e5270ddf0000000049454e44ae426082"
)
"""A picture of one point."""


def _fuzz(name: str, folder: Path, seconds: int) -> None:
    """Feed one reader; the process ends with it."""
    import atheris

    with atheris.instrument_imports(include=["iraq_explorer"]):
        take, seeds = readers(folder)[name]
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)
    longest = max(_LONGEST, *(seed.stat().st_size for seed in corpus.iterdir()))
    atheris.Setup(
        [
            "fuzz",
            f"-max_total_time={seconds}",
            f"-timeout={_SLOWEST}",
            f"-max_len={longest}",
            f"-artifact_prefix={folder}/",
            "-rss_limit_mb=4096",
            "-seed=1",
            str(corpus),
        ],
        take,
    )
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Feed the readers named, or all, and print the row."""
    if arguments[:1] == ["--one"]:
        _fuzz(arguments[1], Path(arguments[2]), int(arguments[3]))
    names = [argument for argument in arguments if not argument.isdigit()]
    seconds = next((int(argument) for argument in arguments if argument.isdigit()), SECONDS)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        known = list(readers(Path(place)))
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"fuzz: no reader {unknown[0]!r}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    inputs = 0
    for name in names or known:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
            command = [sys.executable, "-m", "tools.fuzz", "--one", name, place, str(seconds)]
            told = subprocess.run(command, capture_output=True, text=True, check=False)
            if told.returncode:
                print(told.stdout + told.stderr, file=sys.stderr)
                for bad in sorted(Path(place).glob("[clot]*-*")):
                    print(f"{bad.name}: {bad.read_bytes()!r}", file=sys.stderr)
                return 1
            runs = re.findall(r"^Done (\d+) runs", told.stderr, re.MULTILINE)
            print(f"{name}: {int(runs[-1]):,} inputs", file=sys.stderr)
            inputs += int(runs[-1])
    what = f"Inputs made up by atheris for {len(names or known)} readers of foreign files"
    print(f"| {what} | {inputs:,} inputs | 0 crashes | `make fuzz{_asked(arguments)}` |")
    return 0


def _asked(arguments: list[str]) -> str:
    return f' ARGS="{" ".join(arguments)}"' if arguments else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
