/** A session ends this long after it began, whatever happens in it. */
export const SESSION_SECONDS = 7 * 86_400;
/** A session nobody used for this long ends. */
export const IDLE_MS = 12 * 3_600_000;
