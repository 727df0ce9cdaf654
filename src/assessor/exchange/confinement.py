"""What a process reading foreign files takes from itself: memory, time, writing, network, programs."""

import importlib.util
import os
import sys

from assessor.exchange.children import Limits

_MEGABYTE = 1024 * 1024
_SPARE_SECONDS = 5
_FORBIDDEN = frozenset({
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system",
    "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree", "ftplib.connect", "urllib.Request",
})  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(limits: Limits) -> None:
    """Set the limits on this process for good; where the system has no such limits, only the forbidding."""
    if importlib.util.find_spec("resource"):
        _limit_resources(limits)
    sys.addaudithook(_forbid)


def _limit_resources(limits: Limits) -> None:
    import resource

    memory = limits.memory_mb * _MEGABYTE
    seconds = int(limits.seconds) + _SPARE_SECONDS
    wanted = {"RLIMIT_AS": memory, "RLIMIT_CPU": seconds, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (allowed, hard))
        except (ValueError, OSError):
            # macOS refuses a limit on memory; the limit on time still holds.
            continue


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event in _FORBIDDEN or (event == "open" and _writes(arguments)):
        raise PermissionError(f"{event} is not allowed while a foreign file is read")


def _writes(arguments: tuple[object, ...]) -> bool:
    _, mode, flags = (*arguments, None, None, None)[:3]
    by_mode = isinstance(mode, str) and any(mark in mode for mark in "wax+")
    return by_mode or (isinstance(flags, int) and bool(flags & _WRITING))
