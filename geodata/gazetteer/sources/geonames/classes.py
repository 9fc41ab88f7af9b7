"""What a GeoNames feature code is to us: the kind of place, and how far it reaches.

The codes are those of https://www.geonames.org/export/codes.html.
"""

from __future__ import annotations

import re

from geodata.model import PlaceKind

_BY_CODE = {
    PlaceKind.COUNTRY: "A.PCL A.PCLI",
    PlaceKind.TERRITORY: "A.PCLD A.PCLF A.PCLIX A.PCLS A.TERR",
    PlaceKind.CONTINENT: "L.CONT",
    PlaceKind.SEA: "H.OCN H.SEA H.GULF H.BAY H.BAYS H.STRT H.SD H.CHN H.CHNM H.FJD"
    " H.FJDS H.COVE H.INLT H.BGHT H.ESTY H.HBR H.HBRX H.RDST",
    PlaceKind.RIVER: "H.STM H.STMS H.STMI H.STMIX H.STMA H.STMB H.STMC H.STMD H.STMH"
    " H.STMM H.STMQ H.STMX H.STMSB H.WAD H.WADS H.WADB H.WADJ H.WADX H.WADM",
    PlaceKind.LAKE: "H.LK H.LKS H.LKC H.LKI H.LKN H.LKNI H.LKO H.LKOI H.LKSB H.LKSC"
    " H.LKSI H.LKSN H.LKSNI H.LKX H.RSV H.RSVI H.RSVT H.LGN H.LGNS H.LGNX H.PND"
    " H.PNDI H.PNDN H.PNDNI H.PNDS H.PNDSI H.PNDSN H.PNDSF",
    PlaceKind.ISLAND: "T.ISL T.ISLS T.ISLET T.ISLF T.ISLM T.ISLT T.ISLX T.ATOL",
    PlaceKind.MOUNTAIN: "T.MT T.MTS T.MTU T.PK T.PKS T.HLL T.HLLS T.HLLU T.VLC T.RDGE"
    " T.RDGB T.CONE T.NTK T.NTKS T.UPLD",
    PlaceKind.PORT: "L.PRT",
    PlaceKind.AIRPORT: "S.AIRP S.AIRB S.AIRF S.AIRH S.AIRS S.AIRT S.AIRQ",
    PlaceKind.STATION: "S.RSTN S.RSTP S.RSTNQ S.RSTPQ S.MTRO S.BUSTN S.BUSTP",
    PlaceKind.RAILWAY: "R.RR R.RRQ R.RYD R.RJCT R.RTE",
    PlaceKind.BORDER: "S.PSTB",
    PlaceKind.LANDMARK: "L.PRK L.MILB L.NVB L.AMUS L.BTL L.INDS L.CMN L.RNGA L.OILF"
    " H.CNL H.CNLA H.CNLB H.CNLD H.CNLI H.CNLN H.CNLQ H.CNLSB H.CNLX H.FLLS H.FLLSX"
    " H.SPNG H.SPNS H.SPNT H.WLL H.WLLS H.WLLQ H.GYSR H.DCK H.DCKB H.MRNA H.ANCH"
    " H.RPDS H.WTRC H.WTRH H.DTCH H.MFGN H.BOG T.PASS T.CAVE",
}
_KINDS = {code: kind for kind, codes in _BY_CODE.items() for code in codes.split()}
_BY_CLASS = {
    "A": PlaceKind.REGION,
    "P": PlaceKind.CITY,
    "H": PlaceKind.AREA,
    "T": PlaceKind.AREA,
    "L": PlaceKind.AREA,
    "S": PlaceKind.LANDMARK,
    "R": PlaceKind.LANDMARK,
    "V": PlaceKind.AREA,
    "U": PlaceKind.AREA,
}
_IS_PORT = re.compile(r"\bport\b|hang$", re.IGNORECASE)

_CITY_KM = (
    (5_000_000, 25.0),
    (1_000_000, 15.0),
    (100_000, 8.0),
    (10_000, 4.0),
    (0, 2.0),
)
_REGION_KM = {"ADM1": 150.0, "ADM2": 40.0, "ADM3": 15.0, "ADM4": 8.0, "ADM5": 5.0}
_KM = {
    PlaceKind.COUNTRY: 500.0,
    PlaceKind.TERRITORY: 100.0,
    PlaceKind.CONTINENT: 3000.0,
    PlaceKind.REGION: 30.0,
    PlaceKind.SEA: 20.0,
    PlaceKind.RIVER: 50.0,
    PlaceKind.LAKE: 5.0,
    PlaceKind.ISLAND: 10.0,
    PlaceKind.MOUNTAIN: 5.0,
    PlaceKind.RAILWAY: 20.0,
    PlaceKind.AREA: 20.0,
}
_GONE = {
    "H": "a former place",
    "Q": "abandoned",
    "W": "destroyed",
}


def kind_for(feature_class: str, feature_code: str, name: str) -> PlaceKind:
    """The kind of place that a feature class and code stand for.

    Examples
    --------
    >>> kind_for("H", "STM", "Yalu"), kind_for("P", "PPLX", "Le Marais")
    (<PlaceKind.RIVER: 'river'>, <PlaceKind.CITY: 'city'>)
    >>> kind_for("H", "HBR", "Wŏnsan-hang"), kind_for("H", "HBR", "Mäeküla laht")
    (<PlaceKind.PORT: 'port'>, <PlaceKind.SEA: 'sea'>)
    """
    if feature_code == "HBR" and _IS_PORT.search(name):
        return PlaceKind.PORT
    code = f"{feature_class}.{feature_code}"
    return _KINDS.get(code) or _BY_CLASS.get(feature_class, PlaceKind.AREA)


def reach_km(kind: PlaceKind, feature_code: str, population: int) -> float:
    """How far such a place may reach from its point, in kilometres.

    Examples
    --------
    >>> reach_km(PlaceKind.CITY, "PPL", 20_000), reach_km(PlaceKind.REGION, "ADM1", 0)
    (4.0, 150.0)
    """
    if kind is PlaceKind.CITY:
        return next(km for least, km in _CITY_KM if population >= least)
    return _REGION_KM.get(feature_code, _KM.get(kind, 1.0))


def note_of(feature_class: str, feature_code: str) -> str:
    """A caveat for what is no more; '' for what is.

    Examples
    --------
    >>> note_of("P", "PPLQ"), note_of("A", "ADM1H"), note_of("P", "PPL")
    ('abandoned', 'a former place', '')
    """
    gone = feature_class in "AP" and len(feature_code) > 3 and feature_code != "PPLCH"
    return _GONE.get(feature_code[-1:], "") if gone else ""
