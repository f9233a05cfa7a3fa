-- The first and last day on which something is told of a ticket, where that is not its service day alone: who looks at a
-- past day finds the few tickets of other days by them and need not go through all that was told on it.
ALTER TABLE ticket ADD COLUMN told_from date, ADD COLUMN told_until date;
UPDATE ticket SET told_from = told.first, told_until = told.last
FROM (
  SELECT t.unit, t.ticket,
    (to_timestamp((t.facts -> 0 ->> 'at')::float8 / 1000) AT TIME ZONE a.timezone)::date AS first,
    (to_timestamp((t.facts -> -1 ->> 'at')::float8 / 1000) AT TIME ZONE a.timezone)::date AS last
  FROM ticket t JOIN area a ON a.code = t.unit
) AS told
WHERE told.unit = ticket.unit AND told.ticket = ticket.ticket
  AND (told.first <> ticket.service_day OR told.last <> ticket.service_day);
CREATE INDEX ticket_told_idx ON ticket USING gist (unit, daterange(told_from, told_until, '[]')) WHERE told_from IS NOT NULL;
