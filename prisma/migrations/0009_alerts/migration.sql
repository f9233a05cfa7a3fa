CREATE TABLE alert_rule (
  area text NOT NULL,
  kind text NOT NULL,
  effective_from date NOT NULL,
  "on" boolean NOT NULL,
  raise_at double precision,
  clear_at double precision,
  hold_minutes integer,
  escalate_minutes integer,
  quiet jsonb,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, kind, effective_from)
);

CREATE TABLE alert (
  unit text NOT NULL,
  alert text NOT NULL,
  state text NOT NULL,
  kind text,
  day date,
  raised_at timestamptz(3),
  raised jsonb,
  taken_at timestamptz(3),
  taken_by text,
  noted_at timestamptz(3),
  closed_at timestamptz(3),
  closed_by text,
  cleared_at timestamptz(3),
  facts jsonb NOT NULL,
  PRIMARY KEY (unit, alert)
) WITH (fillfactor = 80);
CREATE INDEX alert_unit_raised_idx ON alert (unit, raised_at);
CREATE INDEX alert_unit_day_idx ON alert (unit, day);
-- What stands is few beside what ever stood.
CREATE INDEX alert_standing_idx ON alert (unit, kind) WHERE cleared_at IS NULL AND raised_at IS NOT NULL;

-- The audit reads what is defined here, too.
DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq)
  WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule|key|person|session|wall|access|personal)[.]';

-- Who was told of which alert: no fact of the log, but nobody is to be told twice.
CREATE TABLE alert_notice (
  recipient text NOT NULL,
  unit text NOT NULL,
  alert text NOT NULL,
  told_at timestamptz(3) NOT NULL,
  PRIMARY KEY (recipient, unit, alert)
);
