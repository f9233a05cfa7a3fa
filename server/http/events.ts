import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Envelope, readEnvelope } from '../../lib/domain/events/envelope.ts';
import { type ErrorCode, isErrorCode, problemOf } from '../../lib/wire/errors.ts';
import type { Denials } from '../access/denials.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import type { Outcome } from '../log/submission.ts';
import type { Access } from './access.ts';
import { discardBody, readBody } from './body.ts';
import { cleanedPhotos } from './cleaned-photos.ts';
import { createKeyLimit } from './key-limit.ts';
import { MOST } from './limits.ts';
import { Refused } from './refused.ts';
import type { RequestLimits } from './request-limits.ts';
import { sendProblem } from './send-problem.ts';

export const EVENTS_PATH = '/api/v1/events';
const RETRY_AFTER_SECONDS = 2;
const TYPES: Record<string, 'batch' | 'one' | 'either'> = {
  'application/cloudevents-batch+json': 'batch',
  'application/cloudevents+json': 'one',
  'application/json': 'either',
};

type Answer = { status: number; body: string };

export type IngestStatistics = {
  /** A source that may speak of the unit was heard with a time ahead of ours. */
  onClockAhead(source: string, unit: string): void;
  onRejected(code: string): void;
  /** A whole request was refused for want of a right. */
  onDenied: Denials['note'];
};

/**
 * `POST /api/v1/events`. Stands on Node's own request and response: this is the one path where the cost of a request
 * counts thousands of times a second.
 */
export function createEventsEndpoint(
  core: Core,
  access: Access,
  limits: RequestLimits,
  statistics: IngestStatistics,
) {
  const limit = createKeyLimit(core.now);
  const decoder = new TextDecoder('utf-8', { fatal: true });

  function denied(to: 'nobody' | 'key', code: ErrorCode): Refused {
    statistics.onDenied(to, code);
    return new Refused(code);
  }

  async function take(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'POST') throw new Refused('method_not_allowed');
    const found = access.findKey(request.headers.authorization);
    if (!found.ok)
      throw denied('nobody', (await limits.takeAsNobody(request)) > 0 ? 'rate_limited' : found.code);
    const { key } = found;
    if (!key.rights.includes('write') && !key.rights.includes('import')) throw denied('key', 'forbidden');
    const items = itemsOf(request, parse(await readBody(request)));
    if (!limit.take(key.key, items.length)) throw new Refused('rate_limited');

    const read = await cleanedPhotos(items.map(readEnvelope));
    const events = read.flatMap((envelope) => (envelope.ok ? envelope.event : []));
    const outcomes = await core.door.submit(events, { kind: 'key', key });
    return answer(read, outcomes);
  }

  function parse(body: Buffer): unknown {
    try {
      return JSON.parse(decoder.decode(body));
    } catch {
      // Neither UTF-8 nor JSON has a better story to tell a sender than this code.
      throw new Refused('bad_json');
    }
  }

  function answer(read: readonly Envelope[], outcomes: readonly Outcome[]): Answer {
    let next = 0;
    let rejected = false;
    const results = read.map((envelope, index) => {
      const outcome = envelope.ok ? outcomes[next++] : null;
      if (envelope.ok && outcome?.status !== 'rejected') return { index, id: envelope.event.id, ...outcome };
      const error = envelope.ok ? (outcome?.status === 'rejected' ? outcome.error : null) : envelope.refusal;
      const code = error?.code ?? 'internal';
      rejected = true;
      statistics.onRejected(code);
      if (code === 'clock_ahead' && envelope.ok)
        statistics.onClockAhead(envelope.event.source, envelope.event.unit);
      const title = isErrorCode(code) ? problemOf(code, 'vi').title : code;
      return {
        index,
        id: envelope.ok ? envelope.event.id : envelope.id,
        status: 'rejected',
        error: { ...error, title },
      };
    });
    return { status: rejected ? 207 : 200, body: JSON.stringify({ results }) };
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    take(request).then(
      ({ status, body }) => {
        // With its length the answer leaves in one piece.
        response.writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          'content-length': Buffer.byteLength(body),
        });
        response.end(body);
      },
      async (error: unknown) => {
        // The sender went away in the middle: there is nobody to answer and nothing was taken.
        if (request.destroyed && !request.complete) return;
        const code = codeOf(error);
        if (code === 'internal') core.logger.error({ err: error }, 'a batch failed');
        statistics.onRejected(code);
        if (!request.complete) {
          await discardBody(request);
          if (response.destroyed || response.socket?.destroyed !== false) return;
          response.setHeader('connection', 'close');
        }
        if (code === 'not_recording' || code === 'rate_limited')
          response.setHeader('retry-after', RETRY_AFTER_SECONDS);
        if (code === 'method_not_allowed') response.setHeader('allow', 'POST');
        sendProblem(request, response, code);
      },
    );
  };
}

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof Refused) return error.code;
  return error instanceof AppError && error.code === 'not_recording' ? 'not_recording' : 'internal';
};

function itemsOf(request: IncomingMessage, body: unknown): unknown[] {
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const form = TYPES[mediaType];
  const encoded =
    request.headers['content-encoding'] !== undefined && request.headers['content-encoding'] !== 'identity';
  const otherCharset = parameters.some(
    (part) => part.startsWith('charset=') && !/^charset="?utf-8"?$/.test(part),
  );
  if (!form || encoded || otherCharset || request.headers['ce-specversion'] !== undefined)
    throw new Refused('unsupported_media_type');
  const isArray = Array.isArray(body);
  if (
    (form === 'batch' && !isArray) ||
    (form === 'one' && isArray) ||
    typeof body !== 'object' ||
    body === null
  )
    throw new Refused('bad_shape');
  const items: unknown[] = isArray ? body : [body];
  if (items.length > MOST.items) throw new Refused('too_many_items');
  return items;
}
