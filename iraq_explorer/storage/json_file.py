"""Reads a file of JSON that may come from anywhere: a fault names its line, nothing is believed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iraq_explorer.storage.dataset_limits import TooLargeError, refuse_large


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the JSON itself."""

    message: str
    field: str = ""
    record: dict[str, Any] | None = None
    """The object it is in, where it is in one."""


def read_json(path: Path, note: Callable[[Fault], None], otherwise: Any = None) -> Any:
    """The value in a file.

    Args:
        path: the file.
        note: takes each fault. A field that is given twice is one; the last of them counts.
        otherwise: what is returned where the file cannot be read.

    """

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in pairs:
            if key in built:
                # json keeps the last without a word; here one of the two is a slip.
                note(Fault("is given twice in one object", key, dict(pairs)))
            built[key] = value
        return built

    try:
        refuse_large(path)
        text = path.read_text(encoding="utf-8-sig")
        return json.loads(text, object_pairs_hook=build, parse_constant=_refuse_constant)
    except FileNotFoundError:
        message = f"is missing from {path.parent}"
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start})"
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
    except TooLargeError as error:
        message = str(error)
    except json.JSONDecodeError as error:
        message = f"line {error.lineno}, column {error.colno}: is not JSON: {error.msg}"
    except RecursionError:
        message = "is refused: nested too deeply"
    except ValueError as error:
        message = f"is not JSON: {error}"
    note(Fault(message))
    return otherwise


def _refuse_constant(text: str) -> float:
    raise ValueError(f"{text} is not a number of JSON")
