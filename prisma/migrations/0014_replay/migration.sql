-- What a past moment is read by: none of these holds what every ticket tells, so taking events in costs what it did.

-- An event was on its way from its time to its receipt: who asks for an instant finds what was not known then.
CREATE INDEX event_late_idx ON event USING gist (unit, tstzrange(at, greatest(at, received_at)))
  WHERE received_at - at > interval '1 minute';
-- The last word of a counter or a service before an instant.
CREATE INDEX event_counter_idx ON event (unit, (data ->> 'counter'), at)
  WHERE type IN ('counter.opened', 'counter.paused', 'counter.closed');
CREATE INDEX event_issuing_idx ON event (unit, (data ->> 'service'), at)
  WHERE type IN ('issuing.stopped', 'issuing.resumed');
CREATE INDEX event_gauge_idx ON event (unit, (data ->> 'service'), at) WHERE type = 'gauge.reported';
-- When ratings and dossiers were last heard, also where they are few among many tickets.
CREATE INDEX event_rating_at_idx ON event (unit, at) WHERE type = 'rating.given';
CREATE INDEX event_dossier_at_idx ON event (unit, at) WHERE type LIKE 'dossier.%';
-- A rating told twice, by its name.
CREATE INDEX event_rating_idx ON event (unit, (data ->> 'rating')) WHERE type = 'rating.given';
CREATE INDEX rating_repeated_idx ON rating (unit, seq) WHERE repeats > 0;
-- A booked ticket waits on the day of its appointment, whatever is told of it later.
CREATE INDEX event_appointment_idx ON event (unit, ((data ->> 'appointmentAt')::float8))
  WHERE type = 'ticket.issued' AND data ->> 'appointmentAt' IS NOT NULL;
-- What was settled and not yet handed out at an instant.
CREATE INDEX dossier_laid_idx ON dossier USING gist (unit, tstzrange(settled_at, greatest(settled_at, delivered_at)))
  WHERE delivered_at > settled_at;
-- Which alerts stood at an instant.
CREATE INDEX alert_span_idx ON alert
  USING gist (unit, tstzrange(raised_at, CASE WHEN cleared_at > raised_at THEN cleared_at END))
  WHERE raised_at IS NOT NULL AND (cleared_at IS NULL OR cleared_at > raised_at);

-- By which gap silence was judged on a day: what the server had counted then.
CREATE TABLE usual_gap (
  unit text NOT NULL,
  day date NOT NULL,
  gap_ms double precision NOT NULL,
  PRIMARY KEY (unit, day)
);
