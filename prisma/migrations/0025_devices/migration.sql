-- Consoles of counters, kiosks and pads; only the hash of a token is kept.
CREATE TABLE device (
  device text NOT NULL PRIMARY KEY,
  hash text NOT NULL,
  name text NOT NULL,
  area text NOT NULL,
  kind text NOT NULL,
  counter text,
  revoked boolean NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX device_hash_key ON device (hash);

DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq) WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule|checklist|conduct|comment|survey|exclusion|report|model|published|key|person|session|wall|device|access|personal)[.]';
