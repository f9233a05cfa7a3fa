-- How time is counted: limits of procedures, and the days on which reporting periods are cut.
CREATE TABLE procedure (
  area text NOT NULL,
  procedure text NOT NULL,
  effective_from date NOT NULL,
  name text NOT NULL,
  name_en text,
  sector text NOT NULL,
  "limit" jsonb NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, procedure, effective_from)
);

CREATE TABLE reporting_periods (
  area text NOT NULL,
  effective_from date NOT NULL,
  cut_day smallint NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, effective_from)
);

-- The audit reads what is defined here, too.
DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq)
  WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|key|person|session|wall|access|personal)[.]';
