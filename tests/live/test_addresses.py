"""The networks of this machine, and which of them a class is in."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from game.live import addresses, commands
from game.live.addresses import Network, in_url, networks, sort_of
from game.live.doors import CannotOpen, Doors, listen
from game.live.pages import pages
from game.live.server import Server
from tests.live.hosting import Held, Phone
from tests.live.playing import play

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("address", "device", "sort"),
    [
        ("192.168.1.20", "wlan0", "wifi"),
        ("10.1.2.3", "eth0", "cable"),
        ("10.1.2.3", "", ""),
        ("192.168.137.1", "", "hotspot"),
        ("10.42.0.1", "wlan0", "hotspot"),
        ("172.20.10.3", "wlan0", "phone"),
        ("192.168.43.77", "", "phone"),
        ("172.17.0.1", "docker0", "inner"),
        ("fd00::1", "wlan0", "wifi"),
    ],
)
def test_a_network_is_called_what_its_address_and_device_tell(
    address: str, device: str, sort: str
) -> None:
    wireless, wired = device.startswith("wl"), device.startswith("eth")
    assert sort_of(address, device, wireless=wireless, wired=wired) == sort


def test_no_network_of_the_machine_leads_to_itself_alone() -> None:
    for one in networks():
        assert not one.address.startswith(("127.", "169.254.", "fe80")) and one.address != "::1"


def test_where_there_is_no_network_the_class_is_held_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "_asked", tuple)
    monkeypatch.setattr(addresses, "_asked_6", tuple)
    monkeypatch.setattr(addresses, "_devices", dict)
    monkeypatch.setattr(addresses, "_sixes", dict)
    assert networks() == ()
    assert addresses.lan_addresses() == ("127.0.0.1",)


def test_phones_are_sought_in_no_inner_network_and_by_typed_addresses_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "_asked", lambda: ["172.17.0.1", "10.0.0.5"])
    monkeypatch.setattr(addresses, "_asked_6", lambda: ["fd00::5"])
    monkeypatch.setattr(
        addresses, "_devices", lambda: {"172.17.0.1": "docker0", "192.168.0.9": "eth9"}
    )
    assert [one.address for one in networks()] == ["10.0.0.5", "192.168.0.9", "172.17.0.1"]


def test_a_class_that_is_taken_up_elsewhere_opens_in_the_network_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(commands, "lan_addresses", lambda: ("10.0.0.5", "192.168.0.9"))
    assert commands._addresses("", "192.168.0.9")[0] == "192.168.0.9"
    assert commands._addresses("", "172.16.0.4")[0] == "10.0.0.5"
    assert commands._addresses("fd00::5", "")[0] == "fd00::5"


HERE, THERE = Network("127.0.0.1", "eth0", "cable"), Network("127.0.0.2", "wlan0", "wifi")


async def _open(live: Held, found: Sequence[Network]) -> tuple[Doors, list[str], list[Any]]:
    said: list[str] = []
    moved: list[Any] = []
    server = Server(live.host, pages(), 10)
    doors = Doors(server, said.append, lambda _: None, lambda *at: moved.append(at), lambda: found)
    await doors.open(listen(HERE.address, 0))
    return doors, said, moved


async def _reached(address: str, port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection(address, port)
    except OSError:
        return False
    writer.close()
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="needs more than one address of its own")
def test_a_class_that_is_moved_is_listened_on_there_alone(tmp_path: Path) -> None:
    async def scene(live: Held) -> None:
        doors, said, moved = await _open(live, (HERE, THERE))
        before = doors.port
        phone = await Phone.connect(before)
        await doors.move(THERE.address)
        assert moved == [(THERE.address, doors.port)]
        assert await _reached(THERE.address, doors.port)
        assert not await _reached(HERE.address, before)
        # Who has come by the other way stays.
        await phone.say(t="ping")
        await phone.hear("pong")
        await doors.move(THERE.address)
        await doors.move("127.0.0.3")
        assert len(moved) == 1
        assert said == ["This computer is not in that network any more."]
        assert await _reached(THERE.address, doors.port)
        doors.close()

    play(tmp_path, scene)


def test_a_port_that_is_taken_in_the_other_network_moves_the_class_to_another_port(
    tmp_path: Path,
) -> None:
    if sys.platform != "linux":
        pytest.skip("needs more than one address of its own")

    async def scene(live: Held) -> None:
        doors, said, moved = await _open(live, (HERE, THERE))
        with listen(THERE.address, doors.port) as taken:
            await doors.move(THERE.address)
        assert said == []
        assert moved[0][1] != taken
        assert await _reached(THERE.address, doors.port)
        doors.close()

    play(tmp_path, scene)


def test_an_address_that_is_not_of_this_machine_is_refused_in_a_sentence() -> None:
    with pytest.raises(CannotOpen, match=r"203\.0\.113\.9"):
        listen("203.0.113.9", 0)


def test_an_address_of_ipv6_stands_in_brackets_before_its_port() -> None:
    assert in_url("fd00::5") == "[fd00::5]"
    assert in_url("10.0.0.5") == "10.0.0.5"


_ASK = """
from game.live.addresses import networks
for one in networks(): print(one.address, one.device, one.sort)
"""


@pytest.mark.skipif(
    sys.platform != "linux"
    or os.geteuid() != 0
    or not shutil.which("unshare")
    or not shutil.which("ip"),
    reason="needs a network of its own",
)
@pytest.mark.parametrize(
    ("orders", "seen"),
    [
        ("", ""),
        ("ip addr add fd00::5/64 dev e9 nodad", "fd00::5 e9 cable"),
        (
            "ip addr add 10.9.0.5/24 dev e9; ip addr add 172.31.9.9/24 dev docker9; "
            "ip addr add fd00::5/64 dev e9 nodad",
            "10.9.0.5 e9 cable\n172.31.9.9 docker9 inner",
        ),
    ],
)
def test_the_networks_of_a_machine_are_found_as_they_are(orders: str, seen: str) -> None:
    made = "ip link add e9 type bridge && ip link set e9 up && ip link add docker9 type bridge && "
    made += (
        f"ip link set docker9 up && {{ true; {orders}; }}" if orders else "ip link set docker9 up"
    )
    done = subprocess.run(
        ["unshare", "-n", "sh", "-c", f"{made} && exec {sys.executable} -c '{_ASK}'"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    if "not permitted" in done.stderr or "Unknown device" in done.stderr:
        pytest.skip(done.stderr)
    assert (done.stdout.strip(), done.stderr) == (seen, "")
