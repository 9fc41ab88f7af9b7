"""The English words of dates, and of what is no date."""

from __future__ import annotations

from geodata.mentions.tokens import word_set


def _numbered(words: str, *, first: int = 1) -> dict[str, int]:
    """Words by name, counted in their order."""
    return {word: number for number, word in enumerate(words.split(), start=first)}


MONTHS = _numbered(
    """January February March April May June July August September October November
    December"""
)
"""Months in full, by name."""

SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
"""Abbreviated months, without their full stop."""

WEEKDAYS = _numbered(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", first=0
)
"""Days of the week, Monday being 0."""

SEASONS = word_set("spring summer autumn fall winter")

NUMBERS = _numbered(
    "one two three four five six seven eight nine ten eleven twelve"
) | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
"""Small numbers in words."""

ORDINALS = _numbered(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    twentieth twenty-first"""
)
"""Ordinals up to that of our century."""

EVENTS = word_set(
    """Exhibition Exposition Expo Games Olympics Paralympics Olympiad Cup Championship
    Championships Festival Forum Summit Conference Congress Biennale Triennale Fair
    Euro Eurovision Election Elections Show Tournament Open Convention Symposium
    Census Parade Tour Rally Regatta Marathon Referendum Spring Revolution"""
)
"""What is held at a time: a year right after such a name says when."""

COUNTED = word_set(
    """people persons men women children boys girls soldiers troops fighters officers
    sailors workers employees staff miners farmers families households inhabitants
    residents citizens villagers visitors tourists guests spectators protesters
    demonstrators refugees migrants prisoners detainees hostages victims dead deaths
    casualties wounded survivors patients students pupils teachers members delegates
    deputies voters votes seats ballots passengers homeless civilians volunteers
    immigrants slaves settlers pilgrims monks players souls metres meters m km
    kilometres kilometers miles feet foot ft yards inches acres hectares square cubic
    litres liters gallons barrels tons tonnes t kg kilograms kilogrammes pounds lb
    grams megawatts kilowatts gigawatts MW GW kW volts degrees calories knots mph kph
    rpm hp horsepower mm cm percent per dollars dollar euros euro francs marks roubles
    rubles yen yuan won rupees pesos lira crowns shillings pence cents hours hour hrs
    years days weeks months minutes seconds GMT UTC EST EDT CET BST local times
    o'clock houses homes buildings villages towns flats rooms beds jobs cars trucks
    vehicles tanks ships vessels boats aircraft planes guns shells rifles missiles
    rockets bombs mines rounds copies words pages volumes titles species samples items
    cases cattle sheep horses head animals cargoes flights incidents islands such more
    other others thousand million billion trillion dozen"""
)
"""What follows a number that is a count."""

NUMBERED = word_set(
    """page pages p pp flight resolution route highway road interstate motorway room
    rooms no nos number numbers model type class series article articles section
    chapter paragraph clause law act bill directive order decree case file document
    figure table line unit squadron platoon boeing airbus windows channel train bus
    platform gate area zone code postcode zip box apartment suite asteroid minor about
    some nearly almost over than least exceeding roughly approximately only exactly
    phone tel call version isbn iso vol volume lot item"""
)
"""What stands before a number that is no year."""

NAMED_DAYS = word_set(
    """Black Good Ash Bloody Easter Super Holy Palm Maundy Fat Shrove Cyber Sheffield
    Ruby Whit Man"""
)
"""What stands before a day of the week in the name of a day or of a club."""

STREETS = word_set(
    """Street St Avenue Ave Road Rd Drive Boulevard Blvd Lane Place Square Court
    Parkway Highway"""
)
"""What ends the name of a street."""

IN_PREPOSITIONS = word_set(
    """in since until till during through throughout after before between circa c ca
    around early late mid"""
)
"""Words after which a number of four digits is a year even before a plural noun."""
