-- What ratings are marked for is read of their days; only second ratings of a ticket are still counted here (S5).
ALTER TABLE rollup_half_hour
  DROP COLUMN marked,
  DROP COLUMN marked_satisfied,
  DROP COLUMN marked_unlinked;
ALTER TABLE rollup_day
  DROP COLUMN marked,
  DROP COLUMN marked_satisfied,
  DROP COLUMN marked_unlinked;
ALTER TABLE rollup_month
  DROP COLUMN marked,
  DROP COLUMN marked_satisfied,
  DROP COLUMN marked_unlinked;
