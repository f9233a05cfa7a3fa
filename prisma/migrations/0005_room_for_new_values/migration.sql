-- Rows that every group writes anew. With room beside them a new version stays on its page and leaves the indexes alone.
ALTER TABLE signal SET (fillfactor = 60);
ALTER TABLE counter SET (fillfactor = 60);
ALTER TABLE queue_state SET (fillfactor = 60);
ALTER TABLE ticket SET (fillfactor = 60);
ALTER TABLE rollup_half_hour SET (fillfactor = 60);
ALTER TABLE rollup_day SET (fillfactor = 60);
ALTER TABLE rollup_month SET (fillfactor = 60);
ALTER TABLE dossier SET (fillfactor = 80);
ALTER TABLE rollup_dossier_day SET (fillfactor = 60);
ALTER TABLE rollup_dossier_month SET (fillfactor = 60);
