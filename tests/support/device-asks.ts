import type { KeptAlive } from './kept-alive.ts';

/** What a device (or nobody, without a cookie) asks of the API, and what it is answered. */
export const deviceAsks =
  ({ ask }: KeptAlive, url: string) =>
  async (cookie: string | null, method: string, path: string, body?: object) => {
    const headers = { origin: url, ...(cookie !== null && { cookie }) };
    const { status, text } = await ask(method, `/api/v1${path}`, headers, body);
    return { status, body: text === '' ? null : JSON.parse(text) };
  };
