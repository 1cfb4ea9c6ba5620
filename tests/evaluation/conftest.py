"""The scripts of the evaluation are modules of their folder, not of the package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))
