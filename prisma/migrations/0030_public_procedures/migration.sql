-- What a procedure asks for and costs: shown on public pages.
ALTER TABLE procedure
  ADD COLUMN papers jsonb,
  ADD COLUMN fee text;
