import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Denials } from '../access/denials.ts';
import type { Core } from '../core.ts';
import type { DailyBackupState } from '../jobs/daily-backup.ts';
import type { Metrics } from '../metrics.ts';
import type { Access } from './access.ts';
import { iso } from './iso.ts';
import { isDirectLoopback } from './loopback.ts';
import { problemResponse } from './problem.ts';

export type OperationParts = {
  core: Core;
  access: Access;
  /** What the server listens on. */
  host: string;
  metrics: Metrics['text'];
  /** Whether the pages can be opened. */
  pagesReady(): boolean;
  stopping(): boolean;
  onDenied: Denials['note'];
  backup(): DailyBackupState | null;
};

type Fault = { code: string; vi: string; en: string };

const FAULTS = {
  stopping: { vi: 'Máy chủ đang dừng', en: 'The server is stopping' },
  database: { vi: 'Không kết nối được cơ sở dữ liệu', en: 'The database cannot be reached' },
  recording: { vi: 'Hiện không ghi nhận được sự kiện', en: 'Events cannot be recorded now' },
  pages: { vi: 'Các trang chưa sẵn sàng', en: 'The pages are not ready yet' },
} as const;

const PROBE_MS = 2000;
/** Whoever asks more often than this gets the same answer: the endpoint is open to everybody. */
const KEPT_MS = 500;

/** `/livez`, `/readyz` and `/metrics`. */
export function operationRoutes(parts: OperationParts): Hono<{ Bindings: HttpBindings }> {
  const { core, access, host, metrics, onDenied } = parts;
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const reachable = createDatabaseProbe(core);

  routes.get('/livez', (c) => c.json({ status: 'ok' }));

  routes.get('/readyz', async (c) => {
    const faults = await faultsOf(parts, reachable);
    const body = {
      status: faults.length === 0 ? 'ok' : 'not_ready',
      missing: faults,
      // A failed backup is shown, but a server without one still serves.
      backup: shownBackup(parts.backup()),
    };
    return c.json(body, faults.length === 0 ? 200 : 503, {
      'cache-control': 'no-store',
      ...(faults.length > 0 && { 'retry-after': '2' }),
    });
  });

  routes.get('/metrics', async (c) => {
    const { incoming } = c.env;
    const found = access.find(incoming);
    const local = isDirectLoopback(host, incoming) && incoming.headers.authorization === undefined;
    if (!local) {
      const allowed = found.ok && access.maySomewhere(found.subject, 'operations.read');
      if (!allowed) {
        const code = found.ok ? 'forbidden' : found.code;
        onDenied(found.ok ? found.subject.kind : 'nobody', code);
        return problemResponse(c.req.raw, code);
      }
    }
    const { contentType, body } = await metrics();
    return c.body(body, 200, { 'content-type': contentType, 'cache-control': 'no-store' });
  });

  return routes;
}

async function faultsOf(parts: OperationParts, reachable: () => Promise<boolean>): Promise<Fault[]> {
  const missing: (keyof typeof FAULTS)[] = [];
  if (parts.stopping()) missing.push('stopping');
  if (!(await reachable())) missing.push('database');
  if (!parts.core.accept.recording) missing.push('recording');
  if (!parts.pagesReady()) missing.push('pages');
  return missing.map((code) => ({ code, ...FAULTS[code] }));
}

/** Asks the database at most once in `KEPT_MS`, for everybody who wants to know. */
function createDatabaseProbe(core: Core): () => Promise<boolean> {
  let asked: { at: number; answer: Promise<boolean> } | null = null;
  const ask = async (): Promise<boolean> => {
    const patience = new AbortController();
    const answered = core.database.pool.query('SELECT 1').then(
      () => true,
      (err: unknown) => {
        core.logger.debug({ err }, 'the database did not answer');
        return false;
      },
    );
    const late = delay(PROBE_MS, false, { signal: patience.signal }).catch(() => false);
    try {
      return await Promise.race([answered, late]);
    } finally {
      patience.abort();
    }
  };
  return () => {
    if (!asked || performance.now() - asked.at > KEPT_MS) asked = { at: performance.now(), answer: ask() };
    return asked.answer;
  };
}

const shownBackup = (state: DailyBackupState | null) =>
  state && { lastOkAt: iso(state.lastOkAt), failedAt: iso(state.failedAt), reason: state.reason };
