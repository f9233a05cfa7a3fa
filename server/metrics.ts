import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isErrorCode } from '../lib/wire/errors.ts';
import type { Core } from './core.ts';
import type { HeavyWork } from './http/heavy-work.ts';
import { HEAVY_KINDS } from './http/limits.ts';
import type { DailyBackupState } from './jobs/daily-backup.ts';
import type { Live } from './live/live.ts';

export type Metrics = {
  /** The text that Prometheus reads. */
  text(): Promise<{ contentType: string; body: string }>;
  /** An item or a request was refused at the door. */
  refused(code: string): void;
};

export type MetricsParts = {
  core: Core;
  live: Live;
  heavy: HeavyWork;
  backup: () => DailyBackupState | null;
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const EVENTS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2000, 4000];

/** Measures of the running server, on a registry of their own. Names begin with `thuoc_do_`; none holds an area or a person. */
export function createMetrics({ core, live, heavy, backup }: MetricsParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const named = (name: string, help: string) => ({ name: `thuoc_do_${name}`, help, registers });

  const lag = new Histogram({
    ...named('ingest_lag_seconds', 'From the door to the answer: waiting for the queue, then the commit.'),
    buckets: SECONDS,
  });
  const commit = new Histogram({ ...named('commit_seconds', 'Length of a group commit.'), buckets: SECONDS });
  const size = new Histogram({ ...named('group_events', 'Events in a group commit.'), buckets: EVENTS });
  const events = new Counter({
    ...named('events_total', 'Events answered, by status.'),
    labelNames: ['status'],
  });
  const refused = new Counter({
    ...named('refused_total', 'Events and requests refused over HTTP, by code.'),
    labelNames: ['code'],
  });
  core.accept.onGroup((group) => {
    lag.observe(group.lagSeconds);
    commit.observe(group.commitSeconds);
    size.observe(group.events);
    events.inc({ status: 'stored' }, group.stored);
    events.inc({ status: 'duplicate' }, group.duplicate);
    events.inc({ status: 'rejected' }, group.events - group.stored - group.duplicate);
  });

  const gauge = (name: string, help: string, read: () => number | null | Promise<number | null>): void => {
    const metric = new Gauge({
      ...named(name, help),
      // A value that is not known is left out: 0 would be a statement.
      collect: async () => {
        const value = await read();
        if (value === null) metric.remove();
        else metric.set(value);
      },
    });
  };
  const total = (name: string, help: string, read: () => number): void => {
    const metric = new Counter({
      ...named(name, help),
      collect: () => {
        metric.reset();
        metric.inc(read());
      },
    });
  };
  for (const name of ['running', 'waiting'] as const)
    new Gauge({
      ...named(`heavy_${name}`, `Replays, reports and files of lists that are ${name} now, by kind.`),
      labelNames: ['kind'],
      collect() {
        for (const kind of HEAVY_KINDS) this.set({ kind }, heavy.state(kind)[name]);
      },
    });
  new Counter({
    ...named(
      'heavy_refused_total',
      'Replays, reports and files refused because there were too many, by kind.',
    ),
    labelNames: ['kind'],
    collect() {
      this.reset();
      for (const kind of HEAVY_KINDS) this.inc({ kind }, heavy.state(kind).refused);
    },
  });
  gauge('recording', '1 while events are written to disk, 0 while they cannot be.', () =>
    core.accept.recording ? 1 : 0,
  );
  gauge('waiting_events', 'Events that wait for a commit.', () => core.accept.waiting);
  gauge('log_head_seq', 'seq of the newest event in the log.', () => core.memory.head.seq);
  gauge('sockets', 'Connected clients.', () => live.statistics().sockets);
  gauge('rooms', 'Areas whose board is held for clients.', () => live.statistics().rooms);
  gauge('buffered_bytes', 'Bytes that wait for slow clients.', () => live.statistics().buffered);
  total('deltas_total', 'Deltas made.', () => live.statistics().deltas);
  total('messages_total', 'Deltas sent to clients.', () => live.statistics().messages);
  total('snapshots_total', 'Boards sent whole.', () => live.statistics().snapshots);
  gauge(
    'oldest_silent_source_seconds',
    'Since the unit that is silent longest, and should speak, was heard; 0: none is silent.',
    () => live.oldestSilenceSeconds(),
  );
  gauge('backup_age_seconds', 'Since the last good backup.', () => {
    const at = backup()?.lastOkAt ?? null;
    return at === null ? null : (core.now() - at) / 1000;
  });
  gauge('backup_failed', '1 when the newest backup failed.', () => {
    const state = backup();
    return state && (state.failedAt !== null ? 1 : 0);
  });

  return {
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
    refused: (code) => refused.inc({ code: isErrorCode(code) ? code : 'other' }),
  };
}
