-- What is counted of dossiers over all days, so that nobody has to add up every month for it. Zero is NULL, as in rollups.
CREATE TABLE dossier_tally (
  unit text NOT NULL,
  kind text NOT NULL,
  about text NOT NULL,
  n integer,
  PRIMARY KEY (unit, kind, about)
) WITH (fillfactor = 60);

INSERT INTO dossier_tally (unit, kind, about, n)
SELECT unit, 'received', procedure, sum(received) FROM rollup_dossier_month GROUP BY unit, procedure HAVING sum(received) > 0
UNION ALL
SELECT unit, 'settled', '', sum(settled) FROM rollup_dossier_month GROUP BY unit HAVING sum(settled) > 0
UNION ALL
SELECT unit, 'collected', '', sum(collected) FROM rollup_dossier_month GROUP BY unit HAVING sum(collected) > 0
UNION ALL
SELECT unit, 'fault', fault, count(*) FROM dossier, unnest(faults) AS fault GROUP BY unit, fault;

-- Who was open at an instant, by unit: without the unit a ward's past is found among all that the ward ever had.
CREATE EXTENSION IF NOT EXISTS btree_gist;
DROP INDEX dossier_span_idx;
CREATE INDEX dossier_span_idx ON dossier USING gist (unit, tstzrange(least(submitted_at, received_at), open_until))
  WHERE state <> 'pending';
