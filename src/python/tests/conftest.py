import os
import shutil
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="session")
def samples():
    return SAMPLES


@pytest.fixture(scope="session")
def harbor():
    """The two files of the harbour sample."""
    return SAMPLES / "harbor.en.html", SAMPLES / "harbor.ko.txt"


@pytest.fixture(scope="session")
def made(harbor):
    """The sample paired. Nobody changes it."""
    import jjak

    return jjak.align(*harbor)


@pytest.fixture
def pair(harbor):
    import jjak

    return jjak.align(*harbor)


@pytest.fixture(scope="session")
def program():
    """The command line, which says the same."""
    path = os.environ.get("JJAK") or shutil.which("jjak")
    if not path:
        pytest.skip("no jjak beside (JJAK)")
    return path
