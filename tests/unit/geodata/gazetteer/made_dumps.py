"""Small GeoNames dumps in the real format: facts are public, most ids are made up."""

import zipfile
from pathlib import Path

# id | name | ascii | alternate names | lat | lon | class | code | country | admin1 |
# admin2 | population; the real files have tabs, and seven columns more.
PLACES = """
1871859|Pyongyang|Pyongyang|FNJ,Heijō,평양|39.03385|125.75432|P|PPLC|KP|12||3222000
588409|Tallinn|Tallinn|TLL,Reval|59.43696|24.75353|P|PPLC|EE|01||394024
90000001|Pyongyang Zoo|Pyongyang Zoo|평양중앙동물원|39.0639|125.8139|S|ZOO|KP|12||0
90000002|Pothong-gang|Pothong-gang|Botong River,보통강|39.0167|125.7167|H|STM|KP|||0
90000003|Paektu-san|Paektu-san|Baekdu,백두산,长白山|42.0056|128.0553|T|VLC|KP|||0
90000004|Saaremaa|Saaremaa|Ösel,Oesel|58.4167|22.5|T|ISL|EE|||0
90000005|Peipsi järv|Peipsi jarv|Lake Peipus,Чудское озеро|58.6833|27.4833|H|LK|EE|||0
90000006|Lahemaa rahvuspark|Lahemaa rahvuspark|Lahemaa|59.57|25.8|L|PRK|EE|||0
90000007|Harju maakond|Harju maakond|Harjumaa|59.25|25.25|A|ADM2|EE|01|37|0
90000008|Väike-Maarja|Vaike-Maarja||59.1275|26.2506|P|PPL|EE|01|37|1900
90000009|Lasnamäe lennuväli|Lasnamae lennuvali|EEXX|59.4344|24.8583|S|AIRF|EE|01||0
90000010|Balti jaam|Balti jaam|Baltic Station|59.44|24.7372|S|RSTN|EE|01||0
90000011|Käsmu laht|Kasmu laht||59.6|25.9|H|BAY|EE|||0
90000012|Muuga port|Muuga port||59.5|24.96|H|HBR|EE|||0
90000013|Paldiski sadam|Paldiski sadam||59.34|24.05|L|PRT|EE|||0
90000014|Suur Munamägi|Suur Munamagi|Great Egg Hill|57.7142|27.0597|T|HLL|EE|||0
90000015|Via Baltica|Via Baltica|E67|58.0|24.5|R|RD|EE|||0
90000016|Narva piiripunkt|Narva piiripunkt||59.3753|28.2044|S|PSTB|EE|||0
90000017|Rakvere–Narva|Rakvere-Narva||59.4|27.3|R|RR|EE|||0
90000018|Alutaguse mets|Alutaguse mets||59.1|27.3|V|FRST|EE|||0
90000019|Hüüdamatu|Huudamatu||58.9|25.1|P|PPLQ|EE|||0
90000020|Gotland Deep|Gotland Deep||57.3|20.05|U|DEPU||||0
90000021|Jägala juga|Jagala juga|Jägala Falls|59.4494|25.1794|H|FLLS|EE|||0
90000022|Vabaduse väljak|Vabaduse valjak|Freedom Square|59.4336|24.7447|S|SQR|EE|||0
90000023|Laulupeo tänav|Laulupeo tanav||59.4333|24.7667|R|ST|EE|||0
90000024|Vormsi|Vormsi|Ormsö|59.0|23.25|T|ISL|EE|||0
90000025|Võrtsjärv|Vortsjarv|Võrtsjärv|58.2833|26.0333|H|LK|EE|||0
90000026|Emajõgi|Emajogi|Embach,Эмайыги|58.4333|27.2333|H|STM|EE|||0
90000027|Tartu maakond|Tartu maakond|Tartumaa|58.4|26.8|A|ADM1|EE|18||0
90000028|Tartumaa vald|Tartumaa vald||58.41|26.7|A|ADM3|EE|18||0
90000029|Kalevipoja säng|Kalevipoja sang||58.8|26.6|T|HLL|EE|||0
90000030|Rebala|Rebala||59.45|25.1|P|PPL|EE|01|37|120
"""

# id | language | name | preferred | short | colloquial | historic
NAMES = """
1871859|ru|Пхеньян|1|||
1871859|ko|평양|1|||
1871859|link|https://en.wikipedia.org/wiki/Pyongyang||||
1871859|iata|FNJ||||
1871859|post|0701||||
90000003|zh|长白山||||
90000003|ja|白頭山|1|||
90000004|sv|Ösel|1||1|
90000004|ru|Сааремаа|1|||
90000005|ru|Чудское озеро|1|||
90000005|fa|دریاچه پیپوس||||
90000005|el|Πέιπους||||
90000007|wkdt|Q180200||||
90000026|de|Embach||||1
90000026|abbr|EJ||||
90000014|fr_1793|Mont-Grand||||
90000024|piny|Wo'ermuxi||||
99999999|en|Nowhere||||
"""


def place_line(row: str, changed: str = "2026-11-02") -> str:
    """One line of allCountries.txt."""
    fields = row.split("|")
    return "\t".join(
        [*fields[:9], "", *fields[9:11], "", "", fields[11], "", "0", "", changed]
    )


def name_line(number: int, row: str) -> str:
    """One line of alternateNamesV2.txt."""
    fields = row.split("|")
    return "\t".join([str(number), *fields, "", ""])


def places_text(rows: str = PLACES) -> bytes:
    """A whole allCountries.txt."""
    lines = [place_line(row) for row in rows.strip().splitlines()]
    return "".join(f"{line}\n" for line in lines).encode()


def names_text(rows: str = NAMES) -> bytes:
    """A whole alternateNamesV2.txt."""
    lines = [name_line(n, row) for n, row in enumerate(rows.strip().splitlines(), 1)]
    return "".join(f"{line}\n" for line in lines).encode()


def zipped(path: Path, **members: bytes) -> Path:
    """A zip of some .txt files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.txt", content)
    return path
