"""What a wrong address may have meant, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple


class Sureness(IntEnum):
    """How sure it is that a page is the one meant."""

    MAYBE = 0  # it is offered to the reader
    LIKELY = 1  # nothing else can be meant: a redirect for now, since the archive may yet get another such page
    SAME = 2  # the same address in another spelling: a redirect for good


class Way(NamedTuple):
    """A page to go on to: its name, its address, and the language of the name if it is always the same."""

    label: str
    address: str
    lang: str = ""


@dataclass(frozen=True)
class Guess:
    """The pages that a wrong address may have meant, the likeliest first."""

    ways: tuple[Way, ...] = ()
    sureness: Sureness = Sureness.MAYBE

    def at_most(self, sureness: Sureness) -> Guess:
        """Return the guess, no surer than this."""
        return replace(self, sureness=min(self.sureness, sureness))

    @property
    def redirect(self) -> str:
        """The address of the one page that was meant; "" if that is not sure."""
        return self.ways[0].address if self.sureness and len(self.ways) == 1 else ""


NOTHING = Guess()


def one(label: str, address: str, sureness: Sureness = Sureness.SAME) -> Guess:
    """Return the guess that a single page was meant."""
    return Guess((Way(label, address),), sureness)
