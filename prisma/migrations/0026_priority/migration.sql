CREATE TABLE priority_rule (
  area text NOT NULL,
  effective_from date NOT NULL,
  groups jsonb NOT NULL,
  every int NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, effective_from)
);

DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq) WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule|checklist|conduct|comment|survey|exclusion|report|model|published|priority|key|person|session|wall|device|access|personal)[.]';
