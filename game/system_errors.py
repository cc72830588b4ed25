"""Why the system refuses a file or a connection, as a phrase.

Its own words come in the language that it was set up in, or in English alone.
"""

from __future__ import annotations

import errno

from game.phrase import phrase

_WHY = {
    errno.ENOENT: phrase("No such file or directory"),
    errno.EACCES: phrase("Permission denied"),
    errno.EPERM: phrase("Operation not permitted"),
    errno.EEXIST: phrase("File exists"),
    errno.EISDIR: phrase("Is a directory"),
    errno.ENOTDIR: phrase("Not a directory"),
    errno.ENOTEMPTY: phrase("Directory not empty"),
    errno.ENOSPC: phrase("No space left on device"),
    errno.EDQUOT: phrase("Disk quota exceeded"),
    errno.EROFS: phrase("Read-only file system"),
    errno.EIO: phrase("Input/output error"),
    errno.ENAMETOOLONG: phrase("File name too long"),
    errno.EBUSY: phrase("Device or resource busy"),
    errno.EADDRINUSE: phrase("Address already in use"),
    errno.EADDRNOTAVAIL: phrase("Cannot assign requested address"),
}


def why(error: OSError) -> str:
    """The reason of an error, such as "Permission denied"; one that is not known here as the
    system says it."""
    return _WHY.get(error.errno or 0) or error.strerror or str(error)
