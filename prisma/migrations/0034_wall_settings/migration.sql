-- Night, turning and playlist of a wall (wall.set); null: never given.
ALTER TABLE "wall_token" ADD COLUMN "settings" JSONB;
