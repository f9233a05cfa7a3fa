import { beforeAll, describe, expect, test } from 'vitest';
import {
  apologyFact,
  CHAIN_STATES,
  chainState,
  foldApology,
  isApologyEvent,
  owesApology,
} from '../../lib/domain/apology/apology.ts';
import { countingOf } from '../../lib/domain/dossier/counting-of.ts';
import { type Dossier, isDecided, onTime } from '../../lib/domain/dossier/dossier.ts';
import { isDossierEvent } from '../../lib/domain/dossier/dossier-fact.ts';
import { type Dossiers, foldDossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import type { FoldedEvent, SourceEvent } from '../../lib/domain/events/registry.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { judge } from '../../lib/domain/judgement.ts';
import { setSessions } from '../../lib/domain/tree.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';
import type { BackFill } from '../../server/demo/back-fill.ts';
import { planDay } from '../../server/demo/day-plan.ts';
import { codeOf } from '../../server/demo/demo-city.ts';
import { tellDossierHistory } from '../../server/demo/dossier-history.ts';
import { planDossiers } from '../../server/demo/dossier-plan.ts';
import { demoTree } from '../support/demo-tree.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const TODAY = '2026-11-25';
const NOW = instantOf(ZONE, TODAY, '10:30');

/** A log that keeps what it is told. */
function log() {
  const told = new Map<string, SourceEvent>();
  const key = (source: string, id: string): string => `${source}\n${id}`;
  const fill: BackFill = {
    tree: demoTree(),
    // The demonstration has this root.
    root: demoTree().areas.get('ab') ?? expect.unreachable(),
    today: TODAY,
    seed: 7,
    perSecond: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    isStored: async (source, id) => told.has(key(source, id)),
    submit: async (events) =>
      events.map((event) => {
        const held = told.has(key(event.source, event.id));
        told.set(key(event.source, event.id), event);
        return { status: held ? 'duplicate' : 'stored', seq: told.size };
      }),
  };
  return { told, fill };
}

describe('at half past ten in the demonstration city', () => {
  const dossiers: Dossiers = new Map();
  let events: SourceEvent[] = [];
  let all: Dossier[] = [];

  beforeAll(async () => {
    const { told, fill } = log();
    const { coming } = await tellDossierHistory(fill);
    const today = [...coming, ...planDay(fill.tree, 'ab', TODAY, 7)].filter(({ tellAt }) => tellAt <= NOW);
    events = [...told.values(), ...today.map(({ event }) => event)];
    const folded: readonly FoldedEvent[] = events;
    foldDossiers(dossiers, folded.filter(isDossierEvent), {
      zoneOf: () => ZONE,
      countingOf: countingOf(fill.tree),
    });
    all = [...dossiers.values()].map(({ dossier }) => dossier);
  }, 120_000);

  test("the month's dossiers are enough to judge every ward, most of which meet the target and three clearly do not", () => {
    const units = [...grouped(all, ({ unit }) => unit)].map(([unit, own]) => {
      const month = own.filter(
        (one) => isDecided(one) && (one.settledAt ?? 0) >= instantOf(ZONE, '2026-11-01', '00:00'),
      );
      const hits = month.filter((one) => onTime(one, 'own')).length;
      const of = month.filter((one) => onTime(one, 'own') !== null).length;
      return { unit, of, share: hits / of, ...judge(hits, of, 0.99) };
    });
    expect(units).toHaveLength(45);
    expect(units.filter(({ few }) => few)).toEqual([]);
    expect(units.filter(({ share }) => share >= 0.98).length).toBeGreaterThan(35);
    const clear = units.filter(({ result, signal }) => result === 'notMet' && signal === 'clear');
    expect(clear.map(({ unit }) => unit).sort()).toEqual(
      ['Bồ Châu', 'Thạch Trầm', 'Trung Giang'].map(codeOf).sort(),
    );
  });

  test('something is open, overdue, due, waiting for its applicant or to be accepted, uncollected and to correct; none of it much', () => {
    const open = all.filter(({ state }) => state === 'open');
    const shares = {
      overdue: open.filter(({ lateFrom }) => (lateFrom.own ?? Infinity) <= NOW).length / open.length,
      dueToday: open.filter(({ due }) => due?.day === TODAY).length / open.length,
      awaiting: open.filter(({ awaitingSince }) => awaitingSince !== null).length / open.length,
      unaccepted: all.filter(({ state }) => state === 'submitted').length / open.length,
      uncollected: all.filter((one) => isDecided(one) && one.deliveredAt === null).length / all.length,
      toCorrect: all.filter(({ faults }) => faults.length > 0).length / all.length,
    };
    for (const [name, share] of Object.entries(shares)) {
      expect(share, name).toBeGreaterThan(0);
      expect(share, name).toBeLessThan(name === 'dueToday' ? 0.4 : 0.15);
    }
    expect(open.length / 45).toBeGreaterThan(5);
    expect(open.length / 45).toBeLessThan(60);
  });

  test('late dossiers stand in every state of the chain of apologies (F20)', () => {
    const letters = grouped(events.filter(isApologyEvent), ({ data }) => data.apology);
    const states = [...dossiers].flatMap(([id, { dossier }]) => {
      const told = letters.get(`XL-${id}`) ?? [];
      if (told.length === 0 && !owesApology(dossier, NOW)) return [];
      const steps = told.sort((a, b) => a.at - b.at).map((event, n) => apologyFact(event, n));
      return [chainState(steps.length > 0 ? foldApology(steps) : null, dossier, ZONE, NOW)];
    });
    expect([...new Set(states)].sort()).toEqual([...CHAIN_STATES].sort());
    expect(all.some(({ extensions }) => extensions >= 2)).toBe(true);
  });

  test('what is told today is told of dossiers that were received: nothing is pending but the slips', () => {
    const pending = all.filter(({ state }) => state === 'pending');
    expect(pending.length / all.length).toBeLessThan(0.005);
  });
});

test('the past of dossiers is told once: a second start tells nothing again, one on the next day what happened since', {
  timeout: 120_000,
}, async () => {
  const { told, fill } = log();
  const first = await tellDossierHistory(fill);
  expect(first.stored).toBe(told.size);
  expect(await tellDossierHistory(fill)).toEqual({ ...first, stored: 0 });
  const before = told.size;
  const next = await tellDossierHistory({ ...fill, today: '2026-11-26' });
  expect(next.stored).toBe(told.size - before);
  expect(next.stored).toBeGreaterThan(first.coming.length);
  expect(next.stored).toBeLessThan(3 * first.coming.length);
});

test('a session that the demonstration opens on a Sunday moves nothing that dossiers were told before', () => {
  const ofFriday = (tree = demoTree()) => planDossiers(tree, 'ab', 7)('2026-11-20');
  const opened = demoTree();
  setSessions(opened, {
    area: 'ab',
    scope: 'day',
    fromDay: '2026-11-22',
    spans: [{ from: '07:00', to: '15:00' }],
  });
  expect(ofFriday(opened)).toEqual(ofFriday());
  expect(planDossiers(opened, 'ab', 7)('2026-11-22').length).toBeGreaterThan(500);
});
