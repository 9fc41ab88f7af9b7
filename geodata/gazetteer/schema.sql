-- The gazetteer: one read-only SQLite file, written by build.py, read by query.py.
-- A key is geodata.text.key(name): folded case, no accents, no punctuation.

-- Facts about the file itself: key 'digest' is the digest of pins and seeds.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Where the rows come from; shown by `toposcope gazetteer info`.
CREATE TABLE source (
  name        TEXT PRIMARY KEY,      -- module of geodata.gazetteer.sources that reads it
  title       TEXT NOT NULL,         -- for people
  version     TEXT NOT NULL,         -- of the package it was taken from
  licence     TEXT NOT NULL,         -- SPDX identifier or a sentence
  attribution TEXT NOT NULL,         -- the credit it asks for; '' for none
  rows        INTEGER NOT NULL       -- places, names or facts taken from it
) STRICT;

-- What can be pointed at.
CREATE TABLE place (
  number       INTEGER PRIMARY KEY,  -- internal
  id           TEXT NOT NULL UNIQUE, -- source:id, public and stable
  name         TEXT NOT NULL,        -- English or international
  kind         TEXT NOT NULL,        -- geodata.model.PlaceKind
  feature_code TEXT,                 -- GeoNames feature code, where known
  country      TEXT,                 -- ISO 3166-1 alpha-2
  admin1       TEXT,                 -- ISO 3166-2 of the first-order unit it lies in
  admin2       TEXT,                 -- id of the second-order unit's place row
  lon          REAL,                 -- degrees east; NULL: no location ("the West")
  lat          REAL,                 -- degrees north
  population   INTEGER NOT NULL,     -- 0: unknown
  geonameid    INTEGER,              -- GeoNames id
  precision_km REAL NOT NULL,        -- how far it may reach or stray
  source       TEXT NOT NULL REFERENCES source (name),
  source_id    TEXT NOT NULL,        -- id within the source
  note         TEXT NOT NULL,        -- caveat for readers; '' for none
  prominence   INTEGER NOT NULL DEFAULT 0  -- names it has; counted last
) STRICT;
CREATE INDEX place_by_kind ON place (kind, country);
CREATE INDEX place_by_geonameid ON place (geonameid);

-- What places are called. One row a (key, place, name).
CREATE TABLE name (
  key      TEXT NOT NULL,            -- geodata.text.key(name)
  place    INTEGER NOT NULL REFERENCES place (number),
  name     TEXT NOT NULL,            -- as written
  language TEXT NOT NULL,            -- BCP 47; '' unknown
  role     TEXT NOT NULL,            -- name | alias | abbreviation | historic | demonym
  PRIMARY KEY (key, place, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_place ON name (place);

-- Shapes of what is no point. WKB, zlib-compressed, EPSG:4326.
CREATE TABLE shape (
  place        INTEGER PRIMARY KEY REFERENCES place (number),
  full         BLOB NOT NULL,        -- as the source has it (10m)
  page         BLOB,                 -- at most 3,000 vertices; NULL: full has less
  simple       BLOB,                 -- at most 500 vertices; NULL: full has no more
  page_km      REAL NOT NULL,        -- tolerance of the page shape
  precision_km REAL NOT NULL         -- tolerance of the simple shape
) STRICT;

-- Bounding boxes of every located place (a point's box is the point).
CREATE VIRTUAL TABLE extent USING rtree (place, west, east, south, north);

-- How places hang together. Read as: subject predicate object.
CREATE TABLE relation (
  subject   INTEGER NOT NULL REFERENCES place (number),
  predicate TEXT NOT NULL,           -- part_of | member_of | capital_of | seat_of |
                                     -- claimed_by | serves | lies_in | stop_of | joins
  object    INTEGER NOT NULL REFERENCES place (number),
  position  INTEGER NOT NULL,        -- order among its equals, 0 where it has none
  source    TEXT NOT NULL,           -- where the fact was read
  PRIMARY KEY (subject, predicate, object)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_object ON relation (object, predicate);
