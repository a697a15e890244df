"""Keys pressed as a person presses them: no finger is faster than the page's script."""

from playwright.sync_api import Page


def press_keys(page: Page, *keys: str) -> None:
    """Press the keys once the page is there, with the script that listens to them."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


class Keys:
    """A keyboard that counts what is pressed beside the typing of words."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        press_keys(self.page, *keys)
        self.pressed += len(keys)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
