import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts one more of `key`. Milliseconds to wait; 0: none. */
export async function taken(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, error.msBeforeNext);
    throw error;
  }
}
