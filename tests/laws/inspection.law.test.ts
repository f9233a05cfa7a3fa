import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { foldInspection, inTimeAt } from '../../lib/domain/inspection/inspection.ts';
import {
  type InspectionFact,
  inspectionFact,
  isInspectionEvent,
  withInspectionFact,
} from '../../lib/domain/inspection/inspection-fact.ts';
import {
  type InspectionReader,
  inspectionActs,
  isThere,
} from '../../lib/domain/inspection/inspection-rights.ts';
import {
  arbitraryArrival,
  arbitraryInspections,
  firstOfEach,
  LAW_ZONE,
} from '../support/arbitrary-events.ts';
import { LAW_UNITS } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

/** Steps by unit and code; the seq is that of the set, so that it does not tell the order of arrival. */
function factsOf(events: readonly SourceEvent[]): Map<string, InspectionFact[]> {
  const facts = new Map<string, InspectionFact[]>();
  for (const event of events) {
    if (!isInspectionEvent(event)) continue;
    const key = `${event.unit} ${event.data.inspection}`;
    facts.set(
      key,
      withInspectionFact(
        heldOrMade(facts, key, () => []),
        inspectionFact(event, 1),
      ),
    );
  }
  return facts;
}
const meanings = (events: readonly SourceEvent[]) =>
  new Map([...factsOf(events)].sort().map(([key, facts]) => [key, foldInspection(facts, LAW_ZONE)]));

const told = arbitraryInspections(LAW_UNITS).chain((events) =>
  fc.tuple(fc.constant(events), arbitraryArrival(events)),
);

test('L1, I1: any order and repetition of the steps of inspections means the same', () => {
  fc.assert(
    fc.property(told, ([events, arrival]) => {
      expect(meanings(firstOfEach(arrival))).toEqual(meanings(events));
    }),
    { numRuns: lawRuns(2000) },
  );
});

const head: InspectionReader = {
  may: (action) => action === 'inspections.read' || action === 'inspections.answer',
  inside: true,
  source: '/person/head',
};
const ahead = (inside: boolean): InspectionReader => ({
  may: (action) => action.startsWith('inspections.') && action !== 'inspections.answer',
  inside,
  source: '/person/inspector',
});

test('L4, I2–I5: any steps have a meaning; unannounced the unit finds nothing, and no count is negative or too great', () => {
  fc.assert(
    fc.property(told, ([events]) => {
      for (const [key, facts] of factsOf(events)) {
        const inspection = foldInspection(facts, LAW_ZONE);
        const { state, announcedAt, findings, discipline, openedAt, plannedDay } = inspection;
        expect(state === null).toBe(openedAt === null && plannedDay === null);
        const there = state !== null && facts.some(({ step }) => step === 'announced');
        expect(isThere(inspection, head)).toBe(there);
        // Sources here are those of machines, so nobody inside has told of it.
        expect(isThere(inspection, ahead(true))).toBe(there);
        expect(isThere(inspection, ahead(false))).toBe(state !== null);
        if (announcedAt === null) expect(inspectionActs(inspection, head), key).toEqual([]);
        expect(new Set(findings.map(({ finding }) => finding)).size).toBe(findings.length);
        for (const finding of findings) {
          // What is late stays late, and nothing is in time without a remedy.
          const later = [0, 1, 2, 3, 400].map((days) => inTimeAt(finding, finding.at + days * 86_400_000));
          if (finding.lateFrom === null) expect(later).toEqual([null, null, null, null, null]);
          if (finding.remediedAt === null) expect(later).not.toContain(true);
        }
        for (const { people } of discipline) expect(people).toBeGreaterThan(0);
      }
    }),
    { numRuns: lawRuns(2000) },
  );
});
