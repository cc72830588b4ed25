"""Which network a live class is in: the phones must be in the same one, and no other is heard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.play.live_class import Network
from game.screens.blocks import Block, draw_blocks
from game.screens.game import Game
from game.screens.live_card import LiveCard
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.widgets import Button, ButtonKind, Widget

MOST = 5
"""So many networks have room; a computer in more has its last ones for itself alone."""


def network_name(network: Network, catalogue: Catalogue) -> str:
    """What people call a network, as far as the computer knows; "" where it does not."""
    say = catalogue.gettext
    return {
        "wifi": say("Wi-Fi"),
        "cable": say("cable"),
        "hotspot": say("hotspot of this computer"),
        "phone": say("hotspot of a phone"),
        "inner": say("inside this computer"),
    }.get(network.sort, network.device)


class NetworkScreen(LiveCard):
    """A button for each network; the list is looked up anew when the card is opened."""

    name = "live-network"
    wide = 1500.0
    high = 900.0

    def __init__(self, game: Game) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("The network of the class"))
        self.hosting.host.order("networks")

    @property
    def networks(self) -> tuple[Network, ...]:
        """Those to choose from."""
        return (self.hosting.now.networks or ())[:MOST]

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = min(96 * self.text_scale, 84.0 + 20 * self.text_scale)
        foot = self.foot(1)[0]
        gap = 16.0
        high = min(high, (self._rows().h + gap) / max(1, len(self.networks)) - gap)
        widgets: list[Widget] = []
        now = self.hosting.now.network
        for at, one in enumerate(self.networks):
            area = self._rows()
            rect = Rect(area.x, area.y + at * (high + gap), area.w, high)
            kind: ButtonKind = "amber" if one == now else "secondary"
            name = network_name(one, self.shared.catalogue)
            words = f"{name[:1].upper()}{name[1:]}: {one.address}" if name else one.address
            widgets.append(Button(words, rect, partial(self._choose, one), kind))
        back = Button(self.say("Back"), foot, self.close, "primary")
        chosen = next((at for at, one in enumerate(self.networks) if one == now), None)
        return (*widgets, back), back if chosen is None else widgets[chosen]

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        if self.networks:
            text = self.say(
                "Phones must be in the network that is chosen here. In the others nobody can "
                "reach the class."
            )
        else:
            text = self.say(
                "This computer is in no network. Join the Wi-Fi that the phones are in, or open "
                "the hotspot of a phone and join that; it then stands here by itself."
            )
        draw_blocks(canvas, [Block(text)], area._replace(h=self._text_high()))

    def _text_high(self) -> float:
        return 130.0 * min(1.7, self.text_scale)

    def _rows(self) -> Rect:
        body = self.body
        down = self._text_high() + 24
        return Rect(body.x, body.y + down, body.w, body.h - down)

    def _choose(self, network: Network) -> None:
        self.hosting.host.order("network", address=network.address)
        self.close()
