-- Tickets that were rated more than once are few.
CREATE INDEX rating_second_idx ON rating (unit, ticket) WHERE second;
