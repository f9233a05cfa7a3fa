-- Names sort as their code points do, on every machine.
CREATE TABLE event (
  seq bigint NOT NULL PRIMARY KEY,
  source text NOT NULL,
  id text NOT NULL,
  type text NOT NULL,
  unit text NOT NULL,
  at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  version smallint NOT NULL,
  key_id text,
  data jsonb NOT NULL,
  content_hash bytea NOT NULL,
  personal_hash bytea,
  chain_hash bytea NOT NULL
);
CREATE INDEX event_unit_at_idx ON event (unit, at);

CREATE TABLE event_key (
  source text NOT NULL,
  id text NOT NULL,
  seq bigint NOT NULL,
  content_hash bytea NOT NULL,
  PRIMARY KEY (source, id)
);

CREATE TABLE personal (
  seq bigint NOT NULL PRIMARY KEY,
  salt bytea,
  value jsonb,
  erased_at timestamptz(3)
);

CREATE TABLE area (
  code text NOT NULL PRIMARY KEY,
  parent text,
  kind text NOT NULL,
  name text NOT NULL,
  name_en text,
  label text,
  timezone text NOT NULL,
  queue text NOT NULL,
  demo boolean NOT NULL,
  valid_from date,
  valid_to date,
  succeeds text[] NOT NULL,
  seq bigint NOT NULL
);

CREATE TABLE area_version (
  code text NOT NULL,
  seq bigint NOT NULL,
  parent text,
  kind text NOT NULL,
  name text NOT NULL,
  name_en text,
  label text,
  timezone text NOT NULL,
  queue text NOT NULL,
  demo boolean NOT NULL,
  valid_from date,
  valid_to date,
  succeeds text[] NOT NULL,
  PRIMARY KEY (code, seq)
);

CREATE TABLE service (
  area text NOT NULL,
  service text NOT NULL,
  effective_from date NOT NULL,
  name text NOT NULL,
  name_en text,
  max_service_minutes integer,
  seq bigint NOT NULL,
  PRIMARY KEY (area, service, effective_from)
);

CREATE TABLE target (
  area text NOT NULL,
  metric text NOT NULL,
  service text NOT NULL DEFAULT '',
  effective_from date NOT NULL,
  value double precision NOT NULL,
  seconds integer,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, metric, service, effective_from)
);

CREATE TABLE opening_session (
  area text NOT NULL,
  scope text NOT NULL,
  from_day date NOT NULL,
  spans jsonb NOT NULL,
  source text,
  seq bigint NOT NULL,
  PRIMARY KEY (area, scope, from_day)
);

CREATE TABLE api_key (
  key text NOT NULL PRIMARY KEY,
  hash text NOT NULL UNIQUE,
  name text NOT NULL,
  area text NOT NULL,
  sources text[] NOT NULL,
  rights text[] NOT NULL,
  types text[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);

CREATE TABLE source (
  source text NOT NULL PRIMARY KEY,
  area text NOT NULL,
  clock_ahead_at timestamptz(3)
);

CREATE TABLE signal (
  unit text NOT NULL,
  kind text NOT NULL,
  last_at timestamptz(3) NOT NULL,
  PRIMARY KEY (unit, kind)
);

CREATE TABLE counter (
  unit text NOT NULL,
  counter text NOT NULL,
  state text NOT NULL,
  at timestamptz(3) NOT NULL,
  source text NOT NULL,
  id text NOT NULL,
  officer text,
  services text[] NOT NULL,
  PRIMARY KEY (unit, counter)
);

CREATE TABLE queue_state (
  unit text NOT NULL,
  service text NOT NULL,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL,
  source text NOT NULL,
  id text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (unit, service, kind)
);

CREATE TABLE note (
  seq bigint NOT NULL PRIMARY KEY,
  unit text NOT NULL,
  from_at timestamptz(3) NOT NULL,
  to_at timestamptz(3),
  text text NOT NULL
);
CREATE INDEX note_unit_from_at_idx ON note (unit, from_at);

CREATE TABLE ticket (
  unit text NOT NULL,
  ticket text NOT NULL,
  number text,
  service text NOT NULL,
  state text NOT NULL,
  pending boolean NOT NULL,
  service_day date NOT NULL,
  half_hour smallint NOT NULL,
  wait_start_at timestamptz(3) NOT NULL,
  first_call_at timestamptz(3),
  ended_at timestamptz(3),
  wait_seconds integer,
  counter text,
  outcome text,
  facts jsonb NOT NULL,
  PRIMARY KEY (unit, ticket)
);
CREATE INDEX ticket_unit_service_day_idx ON ticket (unit, service_day);

CREATE TABLE rating (
  unit text NOT NULL,
  rating text NOT NULL,
  at timestamptz(3) NOT NULL,
  source text NOT NULL,
  id text NOT NULL,
  seq bigint NOT NULL,
  day date NOT NULL,
  half_hour smallint NOT NULL,
  level text NOT NULL,
  raw smallint,
  scale text,
  counter text,
  ticket text,
  dossier text,
  service text,
  officer text,
  phase text,
  channel text,
  reasons text[] NOT NULL,
  second boolean NOT NULL,
  repeats integer NOT NULL,
  PRIMARY KEY (unit, rating)
);
CREATE INDEX rating_unit_day_idx ON rating (unit, day);
CREATE INDEX rating_unit_ticket_idx ON rating (unit, ticket);

CREATE TABLE rollup_half_hour (
  unit text NOT NULL,
  day date NOT NULL,
  half_hour smallint NOT NULL,
  service text NOT NULL,
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
  marked integer NOT NULL,
  marked_satisfied integer NOT NULL,
  marked_unlinked integer NOT NULL,
  marked_second integer NOT NULL,
  wait_max integer,
  wait_bins integer[] NOT NULL,
  left_bins integer[] NOT NULL,
  service_bins integer[] NOT NULL,
  PRIMARY KEY (unit, day, half_hour, service)
);

CREATE TABLE rollup_day (
  unit text NOT NULL,
  day date NOT NULL,
  service text NOT NULL,
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
  marked integer NOT NULL,
  marked_satisfied integer NOT NULL,
  marked_unlinked integer NOT NULL,
  marked_second integer NOT NULL,
  wait_max integer,
  wait_bins integer[] NOT NULL,
  left_bins integer[] NOT NULL,
  service_bins integer[] NOT NULL,
  PRIMARY KEY (unit, day, service)
);

CREATE TABLE rollup_month (
  unit text NOT NULL,
  day date NOT NULL,
  service text NOT NULL,
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
  marked integer NOT NULL,
  marked_satisfied integer NOT NULL,
  marked_unlinked integer NOT NULL,
  marked_second integer NOT NULL,
  wait_max integer,
  wait_bins integer[] NOT NULL,
  left_bins integer[] NOT NULL,
  service_bins integer[] NOT NULL,
  PRIMARY KEY (unit, day, service)
);
