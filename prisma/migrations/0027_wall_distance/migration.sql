-- Metres from which a wall is read; null: paired before it was asked.
ALTER TABLE "wall_token" ADD COLUMN "distance" INTEGER;
