"""The screens; Qt lives here and only here."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 gives back a reference too many whenever a call returns None, True or False. From Python
    # 3.12 on they are immortal and nothing happens; before, the interpreter dies after a few thousand calls.
    # So they are made immortal here too, as 3.12 does. Goes when a PySide6 without the fault is required.
    for _lasting in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_lasting)).value += 1 << 60
