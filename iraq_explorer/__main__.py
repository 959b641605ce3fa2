"""``python -m iraq_explorer`` is ``iraq-explorer``."""

import sys

from iraq_explorer.cli import main

if __name__ == "__main__":
    sys.exit(main())
