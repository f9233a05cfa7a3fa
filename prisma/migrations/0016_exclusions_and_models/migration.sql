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

-- Ways of working that units try ("mô hình"), and the units that do.
CREATE TABLE model (
  model text PRIMARY KEY,
  area text NOT NULL,
  name text NOT NULL,
  about text,
  metric text NOT NULL,
  start_day date NOT NULL,
  seq bigint NOT NULL
);
CREATE TABLE model_unit (
  model text NOT NULL,
  unit text NOT NULL,
  start_day date NOT NULL,
  end_day date,
  seq bigint NOT NULL,
  PRIMARY KEY (model, unit)
);
CREATE INDEX model_unit_unit_idx ON model_unit (unit);

-- Figures that others published, beside ours and never in them.
CREATE TABLE published (
  area text NOT NULL,
  "index" text NOT NULL,
  day date NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  parts jsonb NOT NULL,
  total double precision NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, "index", day, code)
);
