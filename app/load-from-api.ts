import { headers } from 'next/headers';
import { cache } from 'react';
import type { BoardAnswer } from '../components/live/board-answer.ts';
import { type ReplayAsked, replayQuestion } from '../components/replay/replay-path.ts';
import type { FailureKind } from '../components/shell/failure.tsx';
import type { Me } from '../lib/wire/access/account.ts';
import type { DeviceSession } from '../lib/wire/access/pairing.ts';
import type { WallSession } from '../lib/wire/access/wall-session.ts';
import type { AreaItem } from '../lib/wire/area-item.ts';
import type { RateHere, RateLater } from '../lib/wire/device/ratings-given.ts';
import { OWN_HEADER } from '../lib/wire/own-request.ts';
import type { PublicFormAnswer, ReceiptAnswer } from '../lib/wire/public-form.ts';
import type { PublicPageAnswer } from '../lib/wire/public-page.ts';
import type { ReplayAnswer } from '../lib/wire/replay.ts';
import type { TicketPageAnswer } from '../lib/wire/ticket-page.ts';
import type { WallBoard } from '../lib/wire/wall-board.ts';

/** A reader should not wait longer for the first picture than for a page that says why there is none. */
const PATIENCE_MS = 2_000;
/** A past board is read from the disk: whoever asks for one waits a little longer. */
const LOOKING_BACK_MS = 5_000;

export type Loaded<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'unknown' }
  /** Nobody is signed in, or no longer. */
  | { kind: 'signed_out' }
  | { kind: 'failure'; failure: FailureKind };

/** The areas this reader may see. */
export const loadAreas = cache((): Promise<Loaded<{ areas: AreaItem[] }>> => load('/areas'));

/** The board of an area; asked for once per page. */
export const loadBoard = cache(
  (code: string): Promise<Loaded<BoardAnswer>> => load(`/areas/${encodeURIComponent(code)}/board`),
);

/** What a wall shows of its area; asked for with a wall's cookie. */
export const loadWallBoard = (code: string): Promise<Loaded<BoardAnswer<WallBoard>>> =>
  load(`/areas/${encodeURIComponent(code)}/board`);

/** A past board; asked for once per page. */
export const loadReplay = (
  asked: Pick<ReplayAsked, 'area' | 'at' | 'known'>,
): Promise<Loaded<ReplayAnswer>> => load(replayQuestion(asked), LOOKING_BACK_MS);

/** Who asks; asked for once per page. */
export const loadMe = cache((): Promise<Loaded<Me>> => load('/me'));

/** The unit that a form of the public is for. */
export const loadPublicForm = cache(
  (code: string): Promise<Loaded<PublicFormAnswer>> => load(`/public/${encodeURIComponent(code)}`),
);

/** Where the page of a receipt stands. */
export const loadReceipt = (code: string, receipt: string): Promise<Loaded<ReceiptAnswer>> =>
  load(`/public/${encodeURIComponent(code)}/receipts/${encodeURIComponent(receipt)}`);

/** What a unit tells everybody; asked for once per page. */
export const loadPublicPage = cache(
  (code: string): Promise<Loaded<PublicPageAnswer>> =>
    load(`/public/${encodeURIComponent(code)}/page`, LOOKING_BACK_MS),
);

/** The place in line that a sealed code opens; asked for once per page. */
export const loadTicketPage = cache(
  (code: string): Promise<Loaded<TicketPageAnswer>> => load(`/t/${encodeURIComponent(code)}`),
);

/** Which wall this browser is, if any. */
export const loadWallSession = (): Promise<Loaded<WallSession>> => load('/wall-session');

/** Which device this browser is, if any. */
export const loadDeviceSession = (): Promise<Loaded<DeviceSession>> => load('/device-session');

/** The visit that a code lets somebody rate. */
export const loadRateLater = (code: string): Promise<Loaded<RateLater>> =>
  load(`/rate-later/${encodeURIComponent(code)}`);

/** What the sheet at a counter opens. */
export const loadRateHere = (code: string, counter: string | null): Promise<Loaded<RateHere>> =>
  load(
    `/public/${encodeURIComponent(code)}/rating${counter === null ? '' : `?counter=${encodeURIComponent(counter)}`}`,
  );

// Pages read like any other client: through the API of the own server, with the rights of whoever asks.
async function load<T>(path: string, patience = PATIENCE_MS): Promise<Loaded<T>> {
  const cookie = (await headers()).get('cookie');
  let response: Response;
  try {
    response = await fetch(`${process.env.THUOC_DO_OWN_URL}/api/v1${path}`, {
      headers: { [OWN_HEADER]: process.env.THUOC_DO_OWN_MARK ?? '', ...(cookie !== null && { cookie }) },
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    // The wire types are the server's own; this is the same build.
    if (response.ok) return { kind: 'ok', value: (await response.json()) as T };
  } catch {
    return { kind: 'failure', failure: { kind: 'unreachable' } };
  }
  if (response.status === 401) return { kind: 'signed_out' };
  if (response.status === 403) return { kind: 'failure', failure: { kind: 'denied' } };
  if (response.status === 404) return { kind: 'unknown' };
  return { kind: 'failure', failure: { kind: 'failed', code: await codeOf(response) } };
}

/** The stable code of a problem answer (RFC 9457), else its status. */
async function codeOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => null);
  const named = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : null;
  return typeof named === 'string' ? named : String(response.status);
}
