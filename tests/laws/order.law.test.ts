import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { foldEvent } from '../../lib/domain/fold-events.ts';
import { emptyUnit, type UnitState } from '../../lib/domain/unit-state.ts';
import {
  arbitraryArrival,
  arbitraryEvents,
  arbitraryInstant,
  arbitraryRatings,
  firstOfEach,
  LAW_ZONE,
} from '../support/arbitrary-events.ts';
import { boardsOf, foldInto, LAW_UNITS, lawMemory, meaningOf } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

const folded = (events: readonly SourceEvent[]) => {
  const memory = lawMemory();
  foldInto(memory, events);
  return memory;
};

test('L1: any order and repetition of events ends in the same meaning, the same cells and the same boards', () => {
  const city = fc
    .oneof(
      { weight: 3, arbitrary: arbitraryEvents(LAW_UNITS) },
      { weight: 1, arbitrary: arbitraryRatings('w1') },
    )
    .chain((events) => fc.tuple(fc.constant(events), arbitraryArrival(events), arbitraryInstant));
  fc.assert(
    fc.property(city, ([events, arrival, at]) => {
      const one = folded(events);
      const other = folded(firstOfEach(arrival));
      for (const [code, unit] of one.units) {
        const same = other.units.get(code);
        expect(same && meaningOf(same)).toEqual(meaningOf(unit));
      }
      expect(boardsOf(other, at)).toEqual(boardsOf(one, at));
    }),
    { numRuns: lawRuns(2_000) },
  );
});

// A rating id told twice is a fault to correct, and every note is kept: those two are told apart by the log's key alone.
const keepsNoCount = ({ type }: SourceEvent): boolean => type !== 'rating.given' && type !== 'note.added';

test('L1: a fact of a ticket, counter, gauge or issuing that reaches the fold twice changes nothing', () => {
  const fold = (unit: UnitState, event: SourceEvent) => foldEvent(unit, event, 1, () => 60);
  fc.assert(
    fc.property(arbitraryEvents(['w1']), (events) => {
      const unit = emptyUnit('w1', LAW_ZONE);
      for (const event of events) fold(unit, event);
      const before = structuredClone(meaningOf(unit));
      for (const event of events.filter(keepsNoCount)) fold(unit, event);
      expect(meaningOf(unit)).toEqual(before);
    }),
    { numRuns: lawRuns(2_000) },
  );
});
