CREATE TABLE conduct_set (
  area text NOT NULL,
  effective_from date NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  points jsonb NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, effective_from)
);

-- Days and months of the past whose facts came later: what was read of them before is read again. No fact of the log.
CREATE TABLE late_day (
  unit text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (unit, day)
);

-- What ratings of a past day are marked for, as read up to `seq`; and the usual levels of a month at each counter.
CREATE TABLE rollup_rating_mark (
  unit text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  spans text NOT NULL,
  marks jsonb NOT NULL,
  PRIMARY KEY (unit, day)
);
CREATE TABLE rollup_rating_usual (
  unit text NOT NULL,
  month date NOT NULL,
  seq bigint NOT NULL,
  levels jsonb NOT NULL,
  PRIMARY KEY (unit, month)
);
