-- How citizens reach an area: shown on its public pages.
ALTER TABLE area
  ADD COLUMN hotline text,
  ADD COLUMN address text;
ALTER TABLE area_version
  ADD COLUMN hotline text,
  ADD COLUMN address text;
