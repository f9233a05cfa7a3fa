-- When somebody last looked at an area: no fact of the log, and nobody's but their own.
CREATE TABLE look (
  person text NOT NULL,
  area text NOT NULL,
  last_at timestamptz(3) NOT NULL,
  previous_at timestamptz(3),
  PRIMARY KEY (person, area)
);

-- Results of surveys as somebody entered them; `entries` counts those that this one took the place of, itself included.
CREATE TABLE survey (
  area text NOT NULL,
  name text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  n integer NOT NULL,
  measure text NOT NULL,
  value double precision NOT NULL,
  method text NOT NULL,
  source text NOT NULL,
  entries integer NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, name, from_day, to_day)
);
