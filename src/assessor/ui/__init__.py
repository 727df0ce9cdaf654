"""The screens; Qt lives here and only here."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 gives back one reference to None too many from every call that returns nothing. From
    # Python 3.12 on None is immortal and nothing happens; before, the interpreter dies after a few thousand
    # calls. So None is made immortal here too, the way 3.12 does it. Goes when PySide6 6.12.1 is required.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
