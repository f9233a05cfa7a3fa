-- The suggestion book: one row for each suggestion of a unit. Texts and names stand in `personal` under the seqs.
CREATE TABLE suggestion (
  unit text NOT NULL,
  suggestion text NOT NULL,
  page integer,
  state text NOT NULL,
  day date,
  submitted_at timestamptz(3),
  submitted_seq bigint,
  channel text,
  kind text,
  body text,
  sorted_at timestamptz(3),
  due_at timestamptz(3),
  late_from timestamptz(3),
  seen_at timestamptz(3),
  seen_seq bigint,
  wait_seconds bigint,
  instructed_at timestamptz(3),
  instructed_seq bigint,
  instruction_late_from timestamptz(3),
  answered_at timestamptz(3),
  answered_seq bigint,
  repeats integer NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (unit, suggestion)
);
-- No page is given twice.
CREATE UNIQUE INDEX suggestion_page_idx ON suggestion (unit, page);
CREATE INDEX suggestion_day_idx ON suggestion (unit, day, page);
-- Lists go through these in their own order: what waits by age, the rest from the newest on.
CREATE INDEX suggestion_waiting_idx ON suggestion (day, unit, page)
  WHERE page IS NOT NULL AND (state = 'unseen' OR (state = 'away' AND answered_at IS NULL));
CREATE INDEX suggestion_newest_idx ON suggestion (day, unit, page);
CREATE INDEX suggestion_unseen_idx ON suggestion (unit, submitted_at) WHERE state = 'unseen' AND page IS NOT NULL;
