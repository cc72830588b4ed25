"""One module a screen: what the player sees and presses, played through `game.play`."""
