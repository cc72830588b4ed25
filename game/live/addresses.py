"""The addresses of this machine in the networks around it, found without sending anything."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from contextlib import suppress

LOOPBACK = "127.0.0.1"

# Connecting a datagram socket sends nothing: the system only says from which address it would.
# The last is of a range that is nowhere (RFC 5737), so that it stands for the way to all else.
_WAYS = (
    "192.168.1.2", "192.168.0.2", "192.168.137.2", "192.168.2.2", "192.168.43.2", "192.168.49.2",
    "192.168.255.254", "172.20.10.2", "172.31.255.254", "10.42.0.2", "10.0.0.2", "10.255.255.254",
    "192.0.2.1",
)  # fmt: skip


def lan_addresses() -> tuple[str, ...]:
    """The machine's own IPv4 addresses, those of private networks first; the loopback alone if
    there is no network."""
    found = dict.fromkeys(_asked())
    useful = [one for one in found if _is_useful(one)]
    useful.sort(key=lambda one: not ipaddress.ip_address(one).is_private)
    return tuple(useful) or (LOOPBACK,)


def _asked() -> Iterable[str]:
    # The usual way out comes first: that is the network that people mean.
    for way in (_WAYS[-1], *_WAYS[:-1]):
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect((way, 9))
            yield asking.getsockname()[0]


def _is_useful(address: str) -> bool:
    one = ipaddress.ip_address(address)
    return not (one.is_loopback or one.is_unspecified or one.is_link_local or one.is_multicast)
