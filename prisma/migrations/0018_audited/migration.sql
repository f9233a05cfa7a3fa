-- Everything that people, the operator and the server define or do, for the audit.
DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq) WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule|checklist|conduct|comment|survey|exclusion|report|model|published|key|person|session|wall|access|personal)[.]';
