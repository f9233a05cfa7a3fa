-- Cut-offs of reports; their figures stand in the event itself.
CREATE TABLE frozen_report (
  seq bigint PRIMARY KEY,
  area text NOT NULL,
  kind text NOT NULL,
  months text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  known_seq bigint NOT NULL,
  frozen_at timestamptz(3) NOT NULL,
  hash text NOT NULL
);
CREATE INDEX frozen_report_area_idx ON frozen_report (area, to_day, seq);

-- The audit reads what is frozen, too.
DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq)
  WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|report|alert_rule|key|person|session|wall|access|personal)[.]';
