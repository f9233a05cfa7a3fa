-- Dossiers, the letters of apology about them, explanations, and sums of dossiers. A sum of zero is NULL: cells are sparse.
CREATE TABLE dossier (
  root text NOT NULL,
  dossier text NOT NULL,
  unit text NOT NULL,
  state text NOT NULL,
  procedure text,
  channel text,
  handler text,
  stage text,
  stage_due_at timestamptz(3),
  submitted_at timestamptz(3),
  received_at timestamptz(3),
  received_day date,
  due_at timestamptz(3),
  due_day date,
  due_kind text,
  late_from timestamptz(3),
  awaiting_since timestamptz(3),
  settled_at timestamptz(3),
  settled_day date,
  result text,
  open_until timestamptz(3),
  delivered_at timestamptz(3),
  extensions integer NOT NULL,
  supplements integer NOT NULL,
  second_asked_at timestamptz(3),
  previous text,
  faults text[] NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (root, dossier)
);
CREATE INDEX dossier_unit_received_day_idx ON dossier (unit, received_day, dossier);
CREATE INDEX dossier_unit_settled_day_idx ON dossier (unit, settled_day, dossier);
CREATE INDEX dossier_unit_procedure_idx ON dossier (unit, procedure, received_day, dossier);
CREATE INDEX dossier_open_idx ON dossier (unit, due_at, dossier) WHERE state = 'open';
CREATE INDEX dossier_submitted_idx ON dossier (unit, submitted_at, dossier) WHERE state = 'submitted';
CREATE INDEX dossier_fault_idx ON dossier (unit, dossier) WHERE faults <> '{}';
CREATE INDEX dossier_uncollected_idx ON dossier (unit, settled_day, dossier)
  WHERE result IN ('done', 'refused') AND delivered_at IS NULL;
CREATE INDEX dossier_late_idx ON dossier (unit, settled_day, dossier)
  WHERE result IN ('done', 'refused') AND settled_at >= late_from;
CREATE INDEX dossier_previous_idx ON dossier (root, previous) WHERE previous IS NOT NULL;
-- Who was open at any instant, past ones too, at the price of those alone.
CREATE INDEX dossier_span_idx ON dossier USING gist (tstzrange(least(submitted_at, received_at), open_until))
  WHERE state <> 'pending';

CREATE TABLE apology (
  root text NOT NULL,
  apology text NOT NULL,
  unit text NOT NULL,
  day date NOT NULL,
  step text NOT NULL,
  dossier text,
  rating text,
  suggestion text,
  cause text,
  new_due_at timestamptz(3),
  new_late_from timestamptz(3),
  document_no text,
  document_date date,
  signature_kind text,
  signed_file text,
  channel text,
  drafted_at timestamptz(3),
  signed_at timestamptz(3),
  delivered_at timestamptz(3),
  signed_seq bigint,
  facts jsonb NOT NULL,
  PRIMARY KEY (root, apology)
);
CREATE INDEX apology_unit_day_idx ON apology (unit, day, apology);
CREATE INDEX apology_dossier_idx ON apology (root, dossier) WHERE dossier IS NOT NULL;

CREATE TABLE explanation (
  seq bigint NOT NULL PRIMARY KEY,
  unit text NOT NULL,
  at timestamptz(3) NOT NULL,
  about_kind text NOT NULL,
  about text NOT NULL
);
CREATE INDEX explanation_about_idx ON explanation (about_kind, about);

CREATE TABLE rollup_dossier_day (
  unit text NOT NULL,
  day date NOT NULL,
  procedure text NOT NULL,
  handler text NOT NULL,
  received integer,
  online integer,
  no_due integer,
  continued integer,
  received_judged integer,
  received_on_own integer,
  received_on_instant integer,
  received_on_day integer,
  supplemented integer,
  repeat_supplement integer,
  late_supplement integer,
  accept_n integer,
  accept_seconds bigint,
  settled integer,
  judged integer,
  on_own integer,
  on_instant integer,
  on_day integer,
  on_index766 integer,
  extended integer,
  on_after_own integer,
  on_after_instant integer,
  on_after_day integer,
  withdrawn integer,
  stopped integer,
  withdrawn_late integer,
  collected integer,
  PRIMARY KEY (unit, day, procedure, handler)
);

CREATE TABLE rollup_dossier_month (
  unit text NOT NULL,
  day date NOT NULL,
  procedure text NOT NULL,
  handler text NOT NULL,
  received integer,
  online integer,
  no_due integer,
  continued integer,
  received_judged integer,
  received_on_own integer,
  received_on_instant integer,
  received_on_day integer,
  supplemented integer,
  repeat_supplement integer,
  late_supplement integer,
  accept_n integer,
  accept_seconds bigint,
  settled integer,
  judged integer,
  on_own integer,
  on_instant integer,
  on_day integer,
  on_index766 integer,
  extended integer,
  on_after_own integer,
  on_after_instant integer,
  on_after_day integer,
  withdrawn integer,
  stopped integer,
  withdrawn_late integer,
  collected integer,
  PRIMARY KEY (unit, day, procedure, handler)
);
