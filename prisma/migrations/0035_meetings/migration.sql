-- Days on which leaders receive citizens.
CREATE TABLE reception (
  reception text PRIMARY KEY,
  area text NOT NULL,
  leader text NOT NULL,
  place text NOT NULL,
  "when" jsonb NOT NULL,
  from_clock text NOT NULL,
  to_clock text NOT NULL,
  from_day date NOT NULL,
  last_day date,
  source text NOT NULL,
  seq bigint NOT NULL
);
CREATE INDEX reception_area_idx ON reception (area);

-- Dialogues with citizens, and the questions raised there. Their words stand beside the log.
CREATE TABLE dialogue (
  dialogue text PRIMARY KEY,
  area text NOT NULL,
  topic text NOT NULL,
  day date NOT NULL,
  from_clock text NOT NULL,
  to_clock text NOT NULL,
  place text NOT NULL,
  called_off text,
  seq bigint NOT NULL
);
CREATE INDEX dialogue_area_day_idx ON dialogue (area, day);
CREATE TABLE dialogue_question (
  question text PRIMARY KEY,
  dialogue text NOT NULL,
  due_day date NOT NULL,
  raised_seq bigint NOT NULL,
  answered_at timestamptz(3),
  answered_seq bigint
);
CREATE INDEX dialogue_question_dialogue_idx ON dialogue_question (dialogue);

DROP INDEX event_audit_idx;
CREATE INDEX event_audit_idx ON event (seq) WHERE type ~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule|checklist|conduct|comment|survey|exclusion|report|model|published|priority|reception|dialogue|key|person|session|wall|device|access|personal)[.]';
