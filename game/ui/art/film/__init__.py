"""The shots of the launch film, one module each; `game.ui.art.launch` strings them together."""
