"""The networks that this machine is in, and its address in each, found without sending anything."""

from __future__ import annotations

import ipaddress
import socket
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

LOOPBACK = "127.0.0.1"

Sort = Literal["wifi", "cable", "hotspot", "phone", "inner", ""]
"""What a network is: its own `hotspot`, that of a `phone`, or an `inner` one, of virtual machines
and the like, in which no phone is; "" where nothing tells."""

# Connecting a datagram socket sends nothing: the system only says from which address it would.
# The last is of a range that is nowhere (RFC 5737), so that it stands for the way to all else.
_WAYS = (
    "192.168.1.2", "192.168.0.2", "192.168.137.2", "192.168.2.2", "192.168.43.2", "192.168.49.2",
    "192.168.255.254", "172.20.10.2", "172.31.255.254", "10.42.0.2", "10.0.0.2", "10.255.255.254",
    "192.0.2.1",
)  # fmt: skip
_WAY_6 = "2001:db8::1"
"""The same for IPv6 (RFC 3849)."""

_OWN_HOTSPOTS = ("192.168.137.1", "10.42.0.1")
"""The address of a computer in its own hotspot: of Windows, and of NetworkManager."""
_PHONES = tuple(map(ipaddress.ip_network, ("172.20.10.0/28", "192.168.43.0/24", "192.168.49.0/24")))
"""The hotspots of iPhones and of Android phones; newer ones of these may have any range."""
_INNER = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "utun", "wg", "zt")
_IOCTLS = {"linux": (0x8915, 0x8913), "darwin": (0xC0206921, 0xC0206911)}
"""SIOCGIFADDR and SIOCGIFFLAGS."""
_RUNNING = 0x40
_UNSURE = 0x60
"""Of an IPv6 address: not to be used any more, or not yet."""


@dataclass(frozen=True, slots=True)
class Network:
    """One network: this machine's address there, and its device as the system calls it, if it
    does."""

    address: str
    device: str = ""
    sort: Sort = ""


def networks() -> tuple[Network, ...]:
    """The networks that phones may be in, the likeliest first. Those of IPv6, whose addresses
    nobody can type, are there only if there is no other; none at all leaves it empty."""
    devices = _devices()
    there = dict.fromkeys((*_asked(), *devices))
    found = [_network(one, devices.get(one, "")) for one in there if _is_useful(one)]
    if not found:
        sixes = _sixes()
        asked = dict.fromkeys((*_asked_6(), *sixes))
        found = [_network(one, sixes.get(one, "")) for one in asked if _is_useful(one)]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.sort == "inner", not ipaddress.ip_address(one.address).is_private),
        )
    )


def lan_addresses() -> tuple[str, ...]:
    """The machine's own address in each of its networks; the loopback alone if there is none."""
    return tuple(one.address for one in networks()) or (LOOPBACK,)


def in_url(address: str) -> str:
    """An address as it stands in front of a port."""
    return f"[{address}]" if ":" in address else address


def sort_of(address: str, device: str, *, wireless: bool, wired: bool) -> Sort:
    """What a network is, as far as the address and the device there tell."""
    if device.startswith(_INNER):
        return "inner"
    if address in _OWN_HOTSPOTS:
        return "hotspot"
    if any(ipaddress.ip_address(address) in one for one in _PHONES):
        return "phone"
    return "wifi" if wireless else "cable" if wired else ""


def _network(address: str, device: str) -> Network:
    # Elsewhere than in Linux the names of devices do not tell.
    known = sys.platform == "linux" and bool(device)
    wireless = known and (Path("/sys/class/net") / device / "wireless").exists()
    wired = known and device.startswith("e")
    return Network(address, device, sort_of(address, device, wireless=wireless, wired=wired))


def _asked() -> Iterable[str]:
    # The usual way out comes first: that is the network that people mean.
    for way in (_WAYS[-1], *_WAYS[:-1]):
        yield from _from(socket.AF_INET, way)


def _asked_6() -> Iterable[str]:
    return _from(socket.AF_INET6, _WAY_6)


def _from(family: socket.AddressFamily, way: str) -> Iterator[str]:
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:
        asking.connect((way, 9))
        yield asking.getsockname()[0]


def _devices() -> dict[str, str]:
    """The IPv4 addresses of the devices that are running, by address; without their names where
    the system has no such way to ask."""
    if sys.platform == "win32":
        # There it is the machine itself that answers.
        with suppress(OSError):
            return dict.fromkeys(socket.gethostbyname_ex(socket.gethostname())[2], "")
        return {}
    import fcntl

    found: dict[str, str] = {}
    codes = _IOCTLS.get(sys.platform)
    if codes is None:
        return found
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            request = struct.pack("256s", name.encode()[:15])
            with suppress(OSError):
                (flags,) = struct.unpack("H", fcntl.ioctl(asking, codes[1], request)[16:18])
                address = socket.inet_ntoa(fcntl.ioctl(asking, codes[0], request)[20:24])
                if flags & _RUNNING:
                    found[address] = name
    return found


def _sixes() -> dict[str, str]:
    """The IPv6 addresses of the devices, by address, where the system keeps a list of them."""
    found: dict[str, str] = {}
    with suppress(OSError, ValueError):
        for line in Path("/proc/net/if_inet6").read_text(encoding="ascii").splitlines():
            digits, _, _, _, flags, name = line.split()
            if not int(flags, 16) & _UNSURE:
                found[str(ipaddress.IPv6Address(int(digits, 16)))] = name
    return found


def _is_useful(address: str) -> bool:
    one = ipaddress.ip_address(address)
    return not (one.is_loopback or one.is_unspecified or one.is_link_local or one.is_multicast)
