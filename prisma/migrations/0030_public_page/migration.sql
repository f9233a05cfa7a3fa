-- Which measures of a unit everybody reads on its public page.
CREATE TABLE public_figure (
  area text NOT NULL,
  measure text NOT NULL,
  shown boolean NOT NULL,
  source text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (area, measure)
);
