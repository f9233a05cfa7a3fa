-- What tickets of a past day found when they came and how long they then waited, as read up to `seq`: what estimates
-- are made of. Read from the log again where facts came later (late_day).
CREATE TABLE rollup_wait_case (
  unit text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  cases jsonb NOT NULL,
  PRIMARY KEY (unit, day)
);
