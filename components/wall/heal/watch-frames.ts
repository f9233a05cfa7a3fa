/** W6: without a frame for so long the picture is dead, whatever the numbers do. */
const DEAD_AFTER_MS = 60_000;
const LOOK_MS = 5_000;
/** A look that comes so late was held up by sleep, not by a dead picture. */
const SLEPT_MS = 3 * LOOK_MS;

type Frames = {
  now(): number;
  /** Calls back before the next picture is drawn. */
  frame(draw: () => void): void;
  /** A page that nobody sees draws no frames. */
  visible(): boolean;
  every(ms: number, run: () => void): () => void;
};

/** Calls `onDead` once no frame was drawn for a minute on a screen that is seen. Gives what stops it and how long ago the last frame was. */
export function watchFrames(
  { now, frame, visible, every }: Frames,
  onDead: () => void,
): { stop(): void; agoMs(): number } {
  let drawnAt = now();
  let lookedAt = drawnAt;
  let asked = false;
  let dead = false;
  const ask = (): void => {
    if (asked) return;
    asked = true;
    frame(() => {
      asked = false;
      drawnAt = now();
    });
  };
  ask();
  const stop = every(LOOK_MS, () => {
    const at = now();
    if (!visible() || at - lookedAt > SLEPT_MS) drawnAt = at;
    lookedAt = at;
    ask();
    if (dead || at - drawnAt < DEAD_AFTER_MS) return;
    dead = true;
    onDead();
  });
  return { stop, agoMs: () => Math.max(0, now() - drawnAt) };
}
