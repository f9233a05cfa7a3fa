import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import type { Answered, KeptAlive } from '../support/kept-alive.ts';
import type { WholeServer } from '../support/whole-server.ts';
import { heardOf, mayAnywhere, mayAt } from './expected.ts';
import type { Row, Sample } from './row.ts';
import type { Subject } from './subjects.ts';
import { PERSONAL } from './targets.ts';

/** What a request is answered: let through, or the code of the refusal. */
type Verdict = 'let through' | ErrorCode;

export type Cell = {
  name: string;
  route: string;
  subject: Subject;
  sample: Sample;
  /** From a page of somebody else. */
  foreign: boolean;
  expected: Verdict;
};

const REFUSALS: Partial<Record<ErrorCode, number>> = {
  no_key: 401,
  bad_key: 401,
  revoked_key: 401,
  no_session: 401,
  forbidden: 403,
  cross_origin: 403,
  unknown_area: 404,
};

/** What the declared rights make of a request. */
function expectedOf(
  route: string,
  { need }: Row,
  subject: Subject,
  sample: Sample,
  foreign: boolean,
): Verdict {
  if (need !== 'public') {
    if (subject.unknown) return subject.unknown;
    const some = need === 'own' ? subject.kind === 'person' : mayAnywhere(subject.holds, need);
    if (!some) return 'forbidden';
  }
  if (foreign && subject.kind !== 'key') return 'cross_origin';
  if (need === 'public' || need === 'own') return 'let through';
  const refused = sample.touches.find((place) => !mayAt(subject.holds, need, place));
  if (refused === undefined) return 'let through';
  return refused === null && !route.includes(':') ? 'forbidden' : 'unknown_area';
}

/**
 * Every row for every subject and, where something changes, one request of it from the page of another site: who asks
 * that has no place to be at home.
 */
export function cellsOf(rows: Record<string, Row>, subjects: readonly Subject[]): Cell[] {
  return Object.entries(rows).flatMap(([route, row]) =>
    subjects.flatMap((subject) =>
      row.samples.flatMap((sample, index) =>
        (route.startsWith('GET ') || index > 0 ? [false] : [false, true]).map((foreign): Cell => {
          const from = foreign ? ' from another site' : '';
          return {
            name: `${subject.name} · ${route} · ${sample.about}${from}`,
            route,
            subject,
            sample,
            foreign,
            expected: expectedOf(route, row, subject, sample, foreign),
          };
        }),
      ),
    ),
  );
}

const pathOf = (route: string, { params = {}, query }: Sample): string => {
  const path = (route.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  return query ? `${path}?${new URLSearchParams(query)}` : path;
};

const askCell = (
  { ask }: Pick<KeptAlive, 'ask'>,
  { route, subject: { headers }, sample, foreign }: Cell,
): Promise<Answered> =>
  ask(
    route.split(' ')[0] ?? '',
    pathOf(route, sample),
    {
      ...headers,
      ...(foreign && { origin: 'https://another.example' }),
      ...(sample.accept !== undefined && { accept: sample.accept }),
    },
    typeof sample.body === 'function' ? sample.body() : sample.body,
  );

const codeOf = ({ type, text }: Answered): string | null =>
  type.startsWith('application/problem+json') ? JSON.parse(text).code : null;

/** K10: comments come by one read, to whoever may. Everything else that is personal comes to nobody. */
const mayReadComments = (route: string, { holds }: Subject, { touches }: Sample): boolean =>
  route === 'GET /api/v1/ratings' && touches.every((place) => mayAt(holds, 'comments.read', place));

/** O2: officer codes come by two reads, to whoever heads the unit. */
const READS_OFFICERS = /^GET \/api\/v1\/areas\/:code\/officers\b/;

const openTo = (route: string, subject: Subject, sample: Sample): keyof typeof PERSONAL | null => {
  if (READS_OFFICERS.test(route)) return 'officer';
  return mayReadComments(route, subject, sample) ? 'comment' : null;
};

/** What is wrong with an answer; null: nothing. */
function faultOf({ name, route, expected, sample, subject }: Cell, answer: Answered): string | null {
  const code = codeOf(answer);
  const got = `${answer.status} ${code ?? ''}`;
  if (expected !== 'let through')
    return code === expected && answer.status === REFUSALS[expected]
      ? null
      : `${name}: ${expected} expected, got ${got}`;
  if (answer.status !== sample.gives || (code !== null && code in REFUSALS))
    return `${name}: ${sample.gives} expected, got ${got} ${answer.text.slice(0, 200)}`;
  const heard = heardOf(subject.holds);
  const foreign = [...answer.text.matchAll(/«([a-z]+)»/g)].find(([, area = '']) => !heard.has(area));
  // The own account names what was lent to its person before, too; the form of a unit names the unit to everybody.
  if (foreign && !/ \/api\/v1\/(me|public)\b/.test(route)) return `${name}: tells of ${foreign[1]}`;
  const open = openTo(route, subject, sample);
  const told = Object.entries(PERSONAL).find(
    ([what, secret]) => answer.text.includes(secret) !== (what === open),
  );
  return told ? `${name}: tells or hides the ${told[0]}` : null;
}

/** Faults that are told of; more would only be longer. */
const ENOUGH = 20;

/** Asks the cells, a few at a time; what is wrong with each answer, and the answers by what they were expected to be. */
export async function askAll(
  kept: KeptAlive,
  server: WholeServer,
  cells: readonly Cell[],
  atOnce: number,
): Promise<{ faults: string[]; answers: Map<Verdict, Set<string>> }> {
  const faults: string[] = [];
  const answers = new Map<Verdict, Set<string>>();
  const waiting = [...cells].reverse();
  const work = async (): Promise<void> => {
    for (let cell = waiting.pop(); cell && faults.length < ENOUGH; cell = waiting.pop()) {
      if (cell.expected === 'let through') await cell.sample.before?.(server);
      const answer = await askCell(kept, cell);
      const fault = faultOf(cell, answer);
      if (fault) faults.push(fault);
      if (cell.expected !== 'let through')
        heldOrMade(answers, cell.expected, () => new Set<string>()).add(JSON.stringify(answer));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { faults, answers };
}
