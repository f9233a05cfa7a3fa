import type { ErrorCode } from '../../lib/wire/errors.ts';
import type { KeptAlive } from '../support/kept-alive.ts';
import { NOWHERE, reaches, UNITS } from './expected.ts';
import type { Subject } from './subjects.ts';

/** What the sender of one event hears: of the event, or of the whole request. */
type Verdict = 'stored' | ErrorCode;

let sent = 0;

type Sent = { source: string; type: 'note.added' | 'rating.given' };

/** A key that may use one source and one type only, by its name in the cast. */
const LIMITED = 'key-write-of-north-limited';
const LIMIT: Sent = { source: '/only', type: 'rating.given' };

/** A source that was first used by a key of this area, and is that area's from then on. */
const TAKEN = { source: '/taken', area: 'other', by: 'key-write-of-other', unit: 'x' };

const sourcesOf = ({ name }: Subject): string[] => [
  `/own/${name}`,
  name === LIMITED ? LIMIT.source : TAKEN.source,
  '/person/root',
  '/server',
];

/** `POST /api/v1/events` takes a key that may write or import, and of it only what its area, sources and types hold. */
function expectedOf({ name, kind, unknown, holds }: Subject, unit: string, { source, type }: Sent): Verdict {
  if (kind === 'person' || kind === 'wall' || kind === 'device') return 'no_key';
  if (unknown) return unknown === 'no_session' ? 'no_key' : unknown;
  const sender = holds.filter(([who]) => who === 'key:write' || who === 'key:import');
  if (sender.length === 0) return 'forbidden';
  if (!UNITS.includes(unit) || !sender.some((hold) => reaches(hold, unit))) return 'unknown_unit';
  if (name === LIMITED && type !== LIMIT.type) return 'type_not_allowed';
  if (source.startsWith('/person') || source.startsWith('/server')) return 'source_not_allowed';
  if (name === LIMITED && source !== LIMIT.source) return 'source_not_allowed';
  return source === TAKEN.source && !holds.some(([, where]) => where === TAKEN.area)
    ? 'source_taken'
    : 'stored';
}

const eventOf = (unit: string, { source, type }: Sent): object => {
  const time = new Date().toISOString();
  const id = `sent-${++sent}`;
  const data = type === 'note.added' ? { from: time, text: 'thử' } : { rating: id, level: 'satisfied' };
  return { specversion: '1.0', id, source, subject: unit, type, time, data };
};

/** The request of a subject for a unit in a source's name; `ask` gives what is wrong with its answer, null: nothing. */
export type Sending = {
  expected: Verdict;
  /** Makes the source the one of its key's area. */
  binds: boolean;
  ask(kept: Pick<KeptAlive, 'ask'>): Promise<string | null>;
};

/** Every subject to every unit, to what is no unit and to nowhere, in names of its own and of others. */
export function sendingsOf(subjects: readonly Subject[]): Sending[] {
  const units = [...UNITS, 'city', 'north', NOWHERE];
  return subjects.flatMap((subject) =>
    units.flatMap((unit) =>
      sourcesOf(subject).flatMap((source) =>
        (['note.added', 'rating.given'] as const).map((type): Sending => {
          const expected = expectedOf(subject, unit, { source, type });
          return {
            expected,
            binds: subject.name === TAKEN.by && unit === TAKEN.unit && source === TAKEN.source,
            async ask({ ask }) {
              const { status, text } = await ask(
                'POST',
                '/api/v1/events',
                subject.headers,
                eventOf(unit, { source, type }),
              );
              const answer = JSON.parse(text);
              const [result] = answer.results ?? [];
              const got = result ? (result.error?.code ?? result.status) : answer.code;
              const fits = got === expected && status === (expected === 'stored' ? 200 : statusOf(expected));
              return fits
                ? null
                : `${subject.name} · ${type} in ${unit} as ${source}: ${expected} expected, got ${status} ${got}`;
            },
          };
        }),
      ),
    ),
  );
}

/** Of a refused request its own; of a refused event that of its batch. */
const statusOf = (code: ErrorCode): number => {
  if (code === 'forbidden') return 403;
  return /_key$/.test(code) ? 401 : 207;
};
