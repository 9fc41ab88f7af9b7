"""The sentences in which the engine says how it knows, as messages.

The engine speaks English, and so do its files and its API. A page in another language
finds the message that a sentence was made of, and says that. What stands in braces
tells how its words are told in turn:

- `number`, `percent`: figures;
- `reason`, `reasons`: a sentence of this list, or several with semicolons between;
- `kind`: a kind of place, as `PlaceKind` has it;
- `language`: the English name of a language;
- `places`, `place`, `where`, `other`, `claimant`, `regions`, `crossing`, `crossings`,
  `start`, `end`, `stops`: names of places, the article before them left out;
- anything else, such as `words`, stays as it is.

Two messages in brackets are of one and of several. The first that fits counts.
"""

from __future__ import annotations

Sentence = str | tuple[str, str]

SENTENCES: tuple[Sentence, ...] = (
    # What a person said of a name, which goes before what it may hold:
    # geodata/places/corrected.py.
    "no place, by a person, who says: {note}; {reason}",
    "no place, by a person; {reason}",
    "none of the places known fits, by a person, who says: {note}; {reason}",
    "none of the places known fits, by a person; {reason}",
    "confirmed by a person, who says: {note}; {reason}",
    "confirmed by a person; {reason}",
    "put here by a person, who says: {note}; {reason}",
    "put here by a person; {reason}",
    "chosen by a person, who says: {note}; {reason}",
    "chosen by a person; {reason}",
    "without that, no name was found here",
    "without that, no place was found",
    "without that, it is read as {place} ({kind}, {where})",
    "without that, it is read as {place} ({kind})",
    # What a name is read as: geodata/places/choose.py, qualified.py.
    "no place of the gazetteer is called '{words}'",
    "no place called '{words}' fits this text",
    'no place of the gazetteer is called "{words}"',
    'no place called "{words}" fits this text',
    "{words} is read as a word for the people of {place}: {reasons}",
    "{words} is read as a word for the people of {place}",
    "{words} is read as {place} ({kind} in {where}): {reasons}",
    "{words} is read as {place} ({kind}): {reasons}",
    "{words} is read as {place} ({kind} in {where})",
    "{words} is read as {place} ({kind})",
    "{words} is the one in {where}, named after it",
    # Reasons for and against a place: geodata/places/evidence.py.
    "a country",
    "a state or province",
    "a county or district",
    "a town",
    "a sea or gulf",
    "a region that spans several countries",
    "a river, lake, island or mountain",
    "a port, airport or landmark",
    "population {number}",
    "{percent} of the people in places of this name live here",
    "the most populous of this name",
    "another place of this name has more people",
    "no other place is known by this name",
    "the best known of this name",
    "another place of this name is well known",
    ("known under {number} name", "known under {number} names"),
    "the only place of this name",
    ("one of {number} place of this name", "one of {number} places of this name"),
    "no other place of this text is there",
    "no other place of this text is in {where}",
    "{percent} of the other places of this text are there",
    "{percent} of the other places of this text are in {where}",
    "other places of this text are in the same region",
    "another place of this text is in the same spot",
    "another place of this text is {number} km away",
    "other places of this text are nearby",
    "another place of this text is within {number} km",
    "another place of this text is in the same region",
    (
        "{number} other place of this text is in the same region",
        "{number} other places of this text are in the same region",
    ),
    "another place of this text is inside it",
    (
        "{number} other place of this text is inside it",
        "{number} other places of this text are inside it",
    ),
    "a capital",
    "this is its main name",
    "it mostly goes by another name",
    "spelled exactly so",
    "mostly spelled otherwise",
    "this is one of its other names",
    "this is its abbreviation",
    "this is a former name of it",
    "the words after it say where it is",
    "a name beside it says where it is",
    "the place named before it is inside it",
    "its region is named in the text",
    "its country is named in the text",
    "the words beside it fit this kind of place",
    "the words beside it fit another kind of place",
    "the first place of this text is in the same region",
    "near the first place of this text",
    "closest to the other places of this text",
    '"the" stands before it',
    '"the" stands before it, as before seas and regions',
    "a town of the same name lies in it",
    "it lies in a region of the same name",
    "the text says that it did or said something",
    "a capital that says or does something stands for its country",
    "listed in a table checked by hand",
    "its country fits this text best",
    "its region fits this text best",
    # Why a place or an actor: geodata/mentions/senses/reasons.py.
    'after "{words}"',
    'before "{words}"',
    'subject of "{words}"',
    'object of "{words}"',
    "the kind of place it is",
    "what the sentence is about",
    "where it stands in the line",
    "the words around it",
    "as the names it is listed with",
    "a word for the people",
    "a described place",
    # Described places: geodata/places/described/.
    "Worked out: {reason}.",
    "A description that no place fits: {reason}.",
    'it points back to "{words}"',
    '"the {words}" points back to {place}',
    "what it points back to has no place",
    "no place was found for {places}",
    "the gazetteer has no outline of {places}",
    "the outlines of {place} and {other} do not touch",
    "the line that the outlines of {places} share, {number} km,"
    " with the crossing {crossing}",
    "the line that the outlines of {places} share, {number} km,"
    " with the crossings {crossings}",
    "the line that the outlines of {places} share, {number} km",
    "every land border of {place}, {number} km: the text names no other side",
    "the outline of {place} without its land borders",
    "the outline of {places} without their land borders",
    "the outline of {places}",
    (
        "the {number} capital of {places}",
        "the {number} capitals of {places}",
    ),
    "{place} is the capital of {where}",
    '{place}, "{words}" fits its names, in {where}',
    "{place}, the only one, in {where}",
    "{place} joins {places}",
    (
        "{number} region of {places} claimed by {claimant}: {regions}",
        "{number} regions of {places} claimed by {claimant}: {regions}",
    ),
    "Regions of {places} claimed by {claimant}",
    "{line} is a known line",
    "the stretch of {line} from {start} to {end}: {stops}, {number} km as drawn",
    (
        "{number} port of {where} within {km} km of {places}, from {sources}",
        "{number} ports of {where} within {km} km of {places}, from {sources}",
    ),
    (
        "{number} port within {km} km of {places}, from {sources}",
        "{number} ports within {km} km of {places}, from {sources}",
    ),
    (
        "{number} port of {where}, from {sources}",
        "{number} ports of {where}, from {sources}",
    ),
    (
        "{number} port of {where} within {km} km of {places}",
        "{number} ports of {where} within {km} km of {places}",
    ),
    (
        "{number} port within {km} km of {places}",
        "{number} ports within {km} km of {places}",
    ),
    ("{number} port of {where}", "{number} ports of {where}"),
    (
        "{number} airport of {where}, from {sources}",
        "{number} airports of {where}, from {sources}",
    ),
    ("{number} airport of {where}", "{number} airports of {where}"),
    "{place} is the only {kind} of {where}, {number} km from its centre,"
    " from {sources}",
    "{place} is the only {kind} of {where}, from {sources}",
    "{place} is the largest of the cities of {where} ({number} people)",
    # The language of a text: geodata/documents/language.py.
    "this text is marked as {language}; {reason}",
    "this text looks {language}; {reason}",
    "this text does not look English; {reason}",
    "Toposcope reads English prose, in other languages it only finds names it knows",
    # What people said of names: webapp/rulings.py.
    "This “{words}” fits none of the places known.",
    "“{words}” fits none of the places known.",
    "This “{words}” is no place.",
    "“{words}” is no place.",
    "This “{words}” means the government of what lies at {position}.",
    "“{words}” means the government of what lies at {position}.",
    "This “{words}” means what lies at {position}.",
    "“{words}” means what lies at {position}.",
    "This “{words}” means the government of {place} ({kind}, {where}).",
    "“{words}” means the government of {place} ({kind}, {where}).",
    "This “{words}” means the government of {place} ({kind}).",
    "“{words}” means the government of {place} ({kind}).",
    "This “{words}” means {place} ({kind}, {where}).",
    "“{words}” means {place} ({kind}, {where}).",
    "This “{words}” means {place} ({kind}).",
    "“{words}” means {place} ({kind}).",
)
"""Those that are more particular come first."""

TONGUES = (
    "Arabic", "Bulgarian", "Chinese", "Croatian", "Czech", "Danish", "Dutch",
    "Finnish", "French", "German", "Greek", "Hebrew", "Hindi", "Hungarian",
    "Indonesian", "Italian", "Japanese", "Korean", "Norwegian", "Persian", "Polish",
    "Portuguese", "Romanian", "Russian", "Serbian", "Spanish", "Swedish", "Thai",
    "Turkish", "Ukrainian", "Vietnamese",
)  # fmt: skip
"""Languages that the engine can tell a text to be in: geodata/documents/language.py."""
