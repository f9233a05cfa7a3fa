-- F2, F22: of several receipts the first holds, so a visit says whether a receipt told of it.
ALTER TABLE dossier_visit ADD COLUMN receipt boolean NOT NULL DEFAULT false;
ALTER TABLE dossier_visit ALTER COLUMN receipt DROP DEFAULT;
ALTER TABLE dossier_visit DROP CONSTRAINT dossier_visit_pkey, ADD PRIMARY KEY (root, dossier, unit, ticket, receipt);

INSERT INTO dossier_visit (root, dossier, unit, ticket, receipt)
SELECT v.root, v.dossier, v.unit, v.ticket, true FROM dossier_visit v
JOIN (SELECT DISTINCT unit, data ->> 'ticket' AS ticket, data ->> 'dossier' AS dossier
  FROM event WHERE type = 'dossier.received' AND data ? 'ticket') told USING (unit, ticket, dossier);

DELETE FROM dossier_visit v
WHERE NOT v.receipt AND NOT EXISTS (
  SELECT FROM (SELECT DISTINCT e.unit, e.data ->> 'ticket' AS ticket, d.dossier
    FROM event e, jsonb_array_elements_text(e.data -> 'dossiers') AS d (dossier) WHERE e.type = 'ticket.issued') told
  WHERE (told.unit, told.ticket, told.dossier) = (v.unit, v.ticket, v.dossier));
