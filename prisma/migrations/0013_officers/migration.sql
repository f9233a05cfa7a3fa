-- Whose an officer code of a unit is; derived from the log.
CREATE TABLE officer_link (
  link text NOT NULL PRIMARY KEY,
  person text NOT NULL,
  area text NOT NULL,
  officer text NOT NULL,
  seq bigint NOT NULL
);
