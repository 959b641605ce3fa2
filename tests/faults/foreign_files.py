"""Damaged files from elsewhere: each is imported whole or refused with reasons, and quickly."""

import json
import random
import time
from pathlib import Path

from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.dataset_file import dataset_file, open_dataset, write_dataset
from iraq_explorer.storage.dataset_json import dataset_to_json
from iraq_explorer.storage.exchange import DataFormat, What, exported
from iraq_explorer.storage.importing import Imported, import_files
from iraq_explorer.storage.problems import DatasetError
from iraq_explorer.storage.resources import resource_folder

SLOWEST = 5.0
"""Seconds that one small file may take, on a busy machine."""
ELECTIONS = (
    "country_name_short,country_name,election_type,election_date,seats,seats_total,"
    "party_name_short,party_name,party_name_english,party_id\n"
    "XXX,Exland,parliament,2010-09-19,60,100,A,Aparti,A Party,1\n"
    "XXX,Exland,parliament,2010-09-19,40,100,B,Bparti,B Party,2\n"
)
ACTORS = "id,name,kind,description,sources\na,One,party,The first.,s1\nb,Two,state,Other.,s1;s2\n"


def whole_files() -> dict[str, bytes]:
    """A sound file of each kind, by its name."""
    dataset = read_dataset(resource_folder() / "eec")
    one_file = json.dumps(dataset_file(dataset_to_json(dataset)))
    return {
        "network.graphml": exported(What.NETWORK, DataFormat.GRAPHML, (), dataset),
        "network.gexf": exported(What.NETWORK, DataFormat.GEXF, (), dataset),
        "dataset.json": one_file.encode(),
        "elections.csv": ELECTIONS.encode(),
        "actors.csv": ACTORS.encode(),
    }


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """The file with bytes changed, left out, put in or copied to another place."""
    content = bytearray(whole)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at, kind = chance.randrange(len(content)), chance.randrange(5)
        if kind < 2:
            content[at] = chance.randrange(256)
        elif kind == 2:
            del content[at : at + chance.randrange(1, 40)]
        elif kind == 3:
            put = (chance.choice(b'<>"&;,{}[]0123456789-=\0\xff') for _ in range(8))
            content[at:at] = bytes(put)
        else:
            start = chance.randrange(len(content))
            content[at:at] = content[start : start + chance.randrange(60)]
        content = content or bytearray(b" ")
    return bytes(content)


def outcome(path: Path) -> Imported | DatasetError:
    """What an import comes to; anything else is a bug."""
    try:
        return import_files([path], "It")
    except DatasetError as error:
        return error


def import_damaged(folder: Path, variants: int, seed: int = 7) -> tuple[int, int]:
    """Import damaged files; how many were tried, and how many were taken.

    Raises:
        AssertionError: one was taken in part, or took too long, or was refused without a reason.

    """
    chance = random.Random(seed)
    whole, taken = whole_files(), 0
    out = folder / "out.json"
    for number in range(variants):
        name = list(whole)[number % len(whole)]
        path = folder / name
        path.write_bytes(damaged(whole[name], chance))
        began = time.monotonic()
        made = outcome(path)
        if isinstance(made, DatasetError):
            assert made.problems, "a refusal says why"
            assert all(str(problem).strip() for problem in made.problems)
        else:
            taken += 1
            if number % 20 == 0:
                write_dataset(made.files, out, replace=True)
                assert open_dataset(out).dataset == made.dataset, "what is written is whole"
        assert time.monotonic() - began < SLOWEST, f"{name} took too long"
    return variants, taken
