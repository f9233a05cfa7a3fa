CREATE TABLE conduct_set (
  area text NOT NULL,
  effective_from date NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  points jsonb NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, effective_from)
);

-- The audit reads what is defined here, and who opened which comment, too.
DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq)
  WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule|conduct|comment|key|person|session|wall|access|personal)[.]';
