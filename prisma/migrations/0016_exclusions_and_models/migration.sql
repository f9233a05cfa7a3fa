-- Noted periods that somebody asked to leave out of measures. Reasons stand beside the log.
CREATE TABLE exclusion (
  exclusion text PRIMARY KEY,
  area text NOT NULL,
  note bigint NOT NULL,
  from_at timestamptz(3) NOT NULL,
  to_at timestamptz(3) NOT NULL,
  metrics text[] NOT NULL,
  asked_in text NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  asked_seq bigint NOT NULL,
  decision text,
  decided_at timestamptz(3),
  decided_seq bigint
);
CREATE INDEX exclusion_area_from_at_idx ON exclusion (area, from_at);
