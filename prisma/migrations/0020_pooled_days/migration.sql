-- What a set of units adds up to together on a day that is over, as read up to `seq`: a year of a city by days is
-- otherwise two hundred thousand rows. No fact of the log; read anew where something late concerns the day.
CREATE TABLE rollup_pooled_day (
  scope text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  issued integer NOT NULL,
  called integer NOT NULL,
  finished integer NOT NULL,
  no_show integer NOT NULL,
  "left" integer NOT NULL,
  open_uncalled integer NOT NULL,
  open_called integer NOT NULL,
  pending integer NOT NULL,
  left_with_nothing integer NOT NULL,
  suspect integer NOT NULL,
  clock integer NOT NULL,
  wait_sum bigint NOT NULL,
  service_n integer NOT NULL,
  service_sum bigint NOT NULL,
  called_then integer NOT NULL,
  finished_then integer NOT NULL,
  left_then integer NOT NULL,
  ended_uncalled_then integer NOT NULL,
  very_satisfied integer NOT NULL,
  satisfied integer NOT NULL,
  neutral integer NOT NULL,
  dissatisfied integer NOT NULL,
  very_dissatisfied integer NOT NULL,
  marked_second integer NOT NULL,
  wait_max integer,
  wait_bins integer[] NOT NULL,
  left_bins integer[] NOT NULL,
  service_bins integer[] NOT NULL,
  PRIMARY KEY (scope, day)
);
CREATE TABLE rollup_pooled_dossier_day (
  scope text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
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
  PRIMARY KEY (scope, day)
);

-- Days of the past whose sums of dossiers changed later, as `late_day` has them of tickets and ratings.
CREATE TABLE late_dossier_day (
  unit text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (unit, day)
);
-- What became late since a seq, day by day.
CREATE INDEX late_day_day_idx ON late_day (day, seq);
CREATE INDEX late_dossier_day_day_idx ON late_dossier_day (day, seq);
