-- Ratings and dossiers have usual gaps of their own beside the queue's.
ALTER TABLE usual_gap ADD COLUMN kind text NOT NULL DEFAULT 'queue';
ALTER TABLE usual_gap ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE usual_gap DROP CONSTRAINT usual_gap_pkey, ADD PRIMARY KEY (unit, day, kind);
