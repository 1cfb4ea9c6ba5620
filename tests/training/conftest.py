"""The scripts of training are no package; their folder is put on the path. Only those that need no torch are tested."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "reader"))
