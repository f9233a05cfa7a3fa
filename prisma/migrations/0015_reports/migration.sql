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
