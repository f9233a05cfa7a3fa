-- F22: who came for a dossier, and F13: how long it waited for its acceptance, in working seconds.
CREATE TABLE dossier_visit (
  root text NOT NULL,
  dossier text NOT NULL,
  unit text NOT NULL,
  ticket text NOT NULL,
  PRIMARY KEY (root, dossier, unit, ticket)
);

WITH RECURSIVE up (unit, area) AS (
  SELECT code, code FROM area WHERE kind IN ('ward', 'centre')
  UNION ALL
  SELECT up.unit, area.parent FROM up JOIN area ON area.code = up.area WHERE area.parent IS NOT NULL
), root AS (
  SELECT up.unit, up.area FROM up JOIN area ON area.code = up.area WHERE area.parent IS NULL
), told AS (
  SELECT e.unit, e.data ->> 'ticket' AS ticket, d.dossier
  FROM event e, jsonb_array_elements_text(e.data -> 'dossiers') AS d (dossier) WHERE e.type = 'ticket.issued'
  UNION
  SELECT unit, data ->> 'ticket', data ->> 'dossier' FROM event WHERE type = 'dossier.received' AND data ? 'ticket'
)
INSERT INTO dossier_visit (root, dossier, unit, ticket)
SELECT root.area, told.dossier, told.unit, told.ticket FROM told JOIN root USING (unit);

ALTER TABLE dossier ADD COLUMN accept_seconds integer;
UPDATE dossier SET accept_seconds = (
  SELECT (f ->> 'workingSeconds')::integer FROM jsonb_array_elements(facts) AS f
  WHERE f ->> 'kind' = 'accept_computed'
    AND (f ->> 'from')::numeric = extract(epoch FROM submitted_at) * 1000
    AND (f ->> 'to')::numeric = extract(epoch FROM received_at) * 1000
  LIMIT 1
) WHERE submitted_at IS NOT NULL AND received_at IS NOT NULL;
