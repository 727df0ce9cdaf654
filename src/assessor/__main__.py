"""`python -m assessor` is the command line."""

import sys

from assessor.cli import main

sys.exit(main())
