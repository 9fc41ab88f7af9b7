-- A small gazetteer of real rows, cut from the built one (attached as `built`).
-- All countries, seas, continents and curated places; towns of two countries and
-- the large ones of all; the units, ports and airports that tests speak of.
INSERT INTO meta SELECT * FROM built.meta;
INSERT INTO source SELECT * FROM built.source;
INSERT INTO place
  SELECT * FROM built.place
  WHERE kind IN ('country', 'territory', 'continent', 'sea')
    OR source = 'seeds'
    OR (kind = 'city' AND (country IN ('KP', 'EE') OR population >= 300000
                           OR feature_code = 'PPLC'))
    OR (kind = 'city' AND name IN ('Paris', 'Springfield', 'Moscow', 'Washington'))
    OR (kind = 'region' AND feature_code = 'ADM1'
        AND country IN ('KP', 'KR', 'RU', 'UA', 'US', 'GB', 'IT', 'FR'))
    OR (kind IN ('port', 'airport') AND country IN ('KP', 'KR', 'PL', 'EE'))
    OR number IN (SELECT subject FROM built.relation WHERE source NOT IN
                  (SELECT name FROM built.source))
    OR number IN (SELECT object FROM built.relation WHERE source NOT IN
                  (SELECT name FROM built.source));
-- CROSS JOIN holds SQLite to this order: few places first, then their rows by index.
INSERT INTO name
  SELECT named.* FROM place CROSS JOIN built.name AS named ON named.place = place.number;
INSERT INTO shape
  SELECT drawn.* FROM place CROSS JOIN built.shape AS drawn ON drawn.place = place.number;
INSERT INTO extent
  SELECT box.* FROM place CROSS JOIN built.extent AS box ON box.place = place.number;
INSERT INTO relation
  SELECT related.* FROM place CROSS JOIN built.relation AS related
    ON related.subject = place.number
  WHERE related.object IN (SELECT number FROM place);
