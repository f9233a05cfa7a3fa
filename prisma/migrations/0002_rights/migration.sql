-- Who may do what (derived from the log), and what signing in needs (not derivable, so it belongs into a backup).
CREATE TABLE person (
  id text NOT NULL PRIMARY KEY,
  area text,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  login text NOT NULL,
  two_factor boolean NOT NULL,
  disabled boolean NOT NULL,
  named_seq bigint NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX person_email_key ON person (email);
CREATE UNIQUE INDEX person_login_key ON person (login);

CREATE TABLE role_grant (
  "grant" text NOT NULL PRIMARY KEY,
  person text NOT NULL,
  role text NOT NULL,
  area text,
  from_day date,
  to_day date,
  seq bigint NOT NULL
);

CREATE TABLE role_loan (
  loan text NOT NULL PRIMARY KEY,
  "grant" text NOT NULL,
  lent_to text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  seq bigint NOT NULL
);

CREATE TABLE totp_required (
  role text NOT NULL PRIMARY KEY,
  seq bigint NOT NULL
);

CREATE TABLE wall_token (
  wall text NOT NULL PRIMARY KEY,
  hash text NOT NULL,
  name text NOT NULL,
  area text NOT NULL,
  view text NOT NULL,
  revoked boolean NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX wall_token_hash_key ON wall_token (hash);

CREATE TABLE auth_session (
  id text NOT NULL PRIMARY KEY,
  token text NOT NULL,
  person text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX auth_session_token_key ON auth_session (token);
CREATE INDEX auth_session_person_idx ON auth_session (person);

CREATE TABLE auth_account (
  id text NOT NULL PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  person text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX auth_account_person_idx ON auth_account (person);

CREATE TABLE auth_verification (
  id text NOT NULL PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX auth_verification_identifier_idx ON auth_verification (identifier);

CREATE TABLE auth_two_factor (
  id text NOT NULL PRIMARY KEY,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  person text NOT NULL,
  verified boolean NOT NULL,
  failed_verification_count integer NOT NULL,
  locked_until timestamptz(3)
);
CREATE INDEX auth_two_factor_secret_idx ON auth_two_factor (secret);
CREATE INDEX auth_two_factor_person_idx ON auth_two_factor (person);

-- One-time links: an invitation, a new way in, the first run. Only the hash of the token is kept.
CREATE TABLE one_time_link (
  hash text NOT NULL PRIMARY KEY,
  kind text NOT NULL,
  person text,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX one_time_link_person_idx ON one_time_link (person);

-- When a key was last used; no event tells it.
ALTER TABLE api_key ADD COLUMN last_used_at timestamptz(3);

-- The audit reads what people and the server did, newest first: a few lines among millions of what sources told.
CREATE INDEX event_audit_idx ON event (seq)
  WHERE type ~ '^(area|service|target|sessions|key|person|session|wall|access|personal)[.]';
