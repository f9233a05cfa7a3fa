import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DOSSIER_COLUMNS, type DossierCell, placeKey } from '../../lib/domain/dossier/dossier-cell.ts';
import { dossierContributions } from '../../lib/domain/dossier/dossier-contribution.ts';
import { type DossierFact, dossierFact, isDossierEvent } from '../../lib/domain/dossier/dossier-fact.ts';
import { type DossierNet, type Dossiers, foldDossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import { recountDossiers } from '../../lib/domain/dossier/recount-dossiers.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { instantOf, weekdayOf } from '../../lib/domain/zoned-time.ts';
import { arbitraryArrival, arbitraryDossiers, firstOfEach, LAW_ZONE } from '../support/arbitrary-events.ts';
import { storyZone } from '../support/dossier-story.ts';
import { LAW_UNITS } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

const countingOf = () => ({
  limit: { kind: 'days', days: 2 } as const,
  opening: {
    zone: LAW_ZONE,
    spansOf: (day: string) =>
      weekdayOf(day) < 4
        ? [{ fromAt: instantOf(LAW_ZONE, day, '07:30'), toAt: instantOf(LAW_ZONE, day, '17:00') }]
        : [],
  },
});

/** Dossiers and their cells folded group by group, the server's promises among them. */
function folded(events: readonly SourceEvent[], groupSize: number) {
  const dossiers: Dossiers = new Map();
  const cells = new Map<string, DossierNet>();
  const facts = new Map<string, DossierFact[]>();
  const note = (event: Parameters<typeof dossierFact>[0]): void =>
    void heldOrMade(facts, event.data.dossier, () => []).push(dossierFact(event));
  for (let from = 0; from < events.length; from += groupSize) {
    const group = events
      .slice(from, from + groupSize)
      .flatMap((event) => (isDossierEvent(event) ? [event] : []));
    const { nets, made } = foldDossiers(dossiers, group, { zoneOf: storyZone, countingOf });
    for (const event of [...group, ...made]) note(event);
    for (const [key, net] of nets) {
      const cell = heldOrMade(cells, key, () => ({ ...net, add: { ...zero } }));
      for (const column of DOSSIER_COLUMNS) cell.add[column] += net.add[column];
    }
  }
  return { dossiers, cells, facts };
}
const zero = Object.fromEntries(DOSSIER_COLUMNS.map((column) => [column, 0])) as DossierCell;

const meaning = (dossiers: Dossiers) =>
  Object.fromEntries([...dossiers].map(([id, { dossier }]) => [id, dossier]));
const present = (cells: ReadonlyMap<string, DossierNet>) =>
  Object.fromEntries(
    [...cells]
      .map(
        ([key, { add }]) =>
          [key, Object.fromEntries(Object.entries(add).filter(([, n]) => n !== 0))] as const,
      )
      .filter(([, add]) => Object.keys(add).length > 0),
  );

test('L1: facts of dossiers from several units mean the same in any order, repetition and grouping, sums too', () => {
  const city = arbitraryDossiers(LAW_UNITS).chain((events) =>
    fc.tuple(fc.constant(events), arbitraryArrival(events), fc.integer({ min: 1, max: 9 })),
  );
  fc.assert(
    fc.property(city, ([events, arrival, size]) => {
      const one = folded(events, 1);
      const other = folded(firstOfEach(arrival), size);
      expect(meaning(other.dossiers)).toEqual(meaning(one.dossiers));
      expect(present(other.cells)).toEqual(present(one.cells));
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('L3, R1: cells shifted fact by fact equal cells counted from all facts at once', () => {
  const seen = { carried: 0, promised: 0 };
  fc.assert(
    fc.property(arbitraryDossiers(LAW_UNITS), fc.integer({ min: 1, max: 9 }), (events, size) => {
      const { dossiers, cells, facts } = folded(events, size);
      const recounted = recountDossiers(facts, storyZone);
      expect(meaning(recounted)).toEqual(meaning(dossiers));
      const counted = new Map<string, DossierNet>();
      for (const { dossier } of recounted.values()) {
        if (dossier.previous !== null && dossier.firstDue) seen.carried += 1;
        for (const part of dossierContributions(dossier, storyZone)) {
          const cell = heldOrMade(counted, placeKey(part), () => ({ ...part, add: { ...zero } }));
          for (const column of DOSSIER_COLUMNS) cell.add[column] += part.add[column] ?? 0;
        }
      }
      for (const list of facts.values())
        seen.promised += list.filter(({ kind }) => kind === 'due_computed').length;
      expect(present(cells)).toEqual(present(counted));
      // L4: no count is negative, and no hits are more than their cases.
      for (const { add } of cells.values()) {
        expect(Math.min(...Object.values(add))).toBeGreaterThanOrEqual(0);
        expect(add.onOwn).toBeLessThanOrEqual(add.judged);
        expect(add.receivedOnDay).toBeLessThanOrEqual(add.receivedJudged);
        expect(add.judged).toBeLessThanOrEqual(add.settled);
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
  // Both were tried, or the law would say little.
  expect(seen.carried).toBeGreaterThan(lawRuns(2_000) / 20);
  expect(seen.promised).toBeGreaterThan(lawRuns(2_000) / 2);
});
