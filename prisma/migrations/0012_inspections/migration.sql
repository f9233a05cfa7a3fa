-- Inspections: one row for each inspection of a unit. Texts, photos, names and boards stand in `personal` under the seqs.
CREATE TABLE inspection (
  unit text NOT NULL,
  inspection text NOT NULL,
  -- NULL: nobody has planned or opened it (yet).
  state text,
  level text,
  kind text NOT NULL,
  day date,
  told_by text,
  announced_at timestamptz(3),
  findings jsonb NOT NULL,
  discipline jsonb NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (unit, inspection)
);
-- Lists go through it from the newest on, totals by unit and day.
CREATE INDEX inspection_newest_idx ON inspection (day, unit, inspection);
CREATE INDEX inspection_day_idx ON inspection (unit, day);

-- What is looked at, dated and inherited.
CREATE TABLE checklist (
  area text NOT NULL,
  checklist text NOT NULL,
  effective_from date NOT NULL,
  name text NOT NULL,
  name_en text,
  items jsonb NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, checklist, effective_from)
);
