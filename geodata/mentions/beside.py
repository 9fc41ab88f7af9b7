"""Names beside given spans: read for what they tell, never given out themselves."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.gazetteer import Gazetteer
from geodata.mentions.crf import Model
from geodata.mentions.names import find_names
from geodata.mentions.senses import with_senses
from geodata.model import Mention


def names_beside(
    text: str,
    given: Sequence[Mention],
    gazetteer: Gazetteer,
    *,
    model: Model | None = None,
) -> tuple[Mention, ...]:
    """The names of a text that touch none of the given mentions.

    "Halifax" alone is in Canada; beside "North Carolina" it may not be.

    Parameters
    ----------
    text : str
        The whole text.
    given : sequence of Mention
        What somebody else has marked in it.
    gazetteer : Gazetteer
        Names and demonyms to know.
    model : Model, optional
        The recogniser to use instead of the one in the package.
    """
    taken = bytearray(len(text))
    for mention in given:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    others = [
        mention
        for mention in find_names(text, gazetteer, model=model)
        if not any(taken[mention.start : mention.end])
    ]
    return with_senses(text, others, gazetteer)
