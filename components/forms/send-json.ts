import type { Fault, Problem } from '../../lib/wire/errors.ts';

/** Longer than the slowest honest answer; whoever waits at a form wants to know. */
const PATIENCE_MS = 15_000;

/** Why the API did not do it. `code` is its stable code, or `unreachable` where nothing came back. */
export type Refusal = {
  code: string;
  /** In the reader's language, where the server gave one. */
  title: string | null;
  faults: readonly Fault[];
  /** Seconds to wait before trying again, where the server said so. */
  retryAfterSeconds: number | null;
};
/** Nothing came back. */
export const UNREACHABLE: Refusal = { code: 'unreachable', title: null, faults: [], retryAfterSeconds: null };
export type Sent<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks our API; `path` is what follows `/api/v1`, and problems come back in `language`. Never throws. */
export async function sendJson<T>(
  method: Method,
  path: string,
  body: unknown,
  { language, signal, patience = PATIENCE_MS }: { language: string; signal?: AbortSignal; patience?: number },
): Promise<Sent<T>> {
  const late = AbortSignal.timeout(patience);
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    if (!response.ok) return { ok: false, refusal: await refusalOf(response) };
    const text = await response.text();
    // The wire types are the server's own; this is the same build. An empty answer is `undefined`.
    return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
  } catch {
    return { ok: false, refusal: UNREACHABLE };
  }
}

/** Why an answer is a refusal. */
export async function refusalOf(response: Response): Promise<Refusal> {
  // A proxy on the way may answer with anything.
  const said: Partial<Problem> = (await response.json().catch(() => null)) ?? {};
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    code: typeof said.code === 'string' ? said.code : `http_${response.status}`,
    title: typeof said.title === 'string' ? said.title : null,
    faults: Array.isArray(said.faults) ? said.faults : [],
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}
