"""Whether a folder lies on a network, where SQLite's log with shared memory does not work."""

from __future__ import annotations

import sys
from pathlib import Path

_KINDS = ("nfs", "cifs", "smb", "9p", "afs", "afpfs", "webdav", "davfs", "ncp", "coda", "ceph")
_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs", "macfuse")
_REMOTE = 4


def is_on_network(folder: Path, mounts: str | None = None) -> bool:
    """Whether a folder is known to be on a network. `mounts` is a text such as /proc/mounts.

    What cannot be found out counts as local: SQLite itself then refuses most of what cannot work.
    """
    if sys.platform == "win32":
        return _windows(folder)
    if mounts is None:
        mounts = _mounts()
    path = folder.resolve()
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " "))
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), parts[2]
    return kind.startswith(_KINDS) or kind in _FUSE


def _mounts() -> str:
    """One line a mount: what, where, kind."""
    try:
        if sys.platform == "darwin":
            return _of_macos()
        return Path("/proc/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""


def _of_macos() -> str:
    import subprocess

    said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False)
    lines = []
    for line in said.stdout.splitlines():
        what, _, rest = line.partition(" on ")
        point, _, kind = rest.rpartition(" (")
        lines.append(f"{what.replace(' ', '_')} {point.replace(' ', chr(92) + '040')} {kind}")
    return "\n".join(line.replace(",", " ").replace(")", "") for line in lines)


def _windows(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    anchor = folder.resolve().anchor
    if anchor.startswith("\\\\"):
        return True
    return int(ctypes.windll.kernel32.GetDriveTypeW(anchor)) == _REMOTE
