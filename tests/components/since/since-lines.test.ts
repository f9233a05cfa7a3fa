import { expect, test } from 'vitest';
import { sinceLines } from '../../../components/since/since-lines.ts';
import type { SinceAnswer } from '../../../lib/wire/since-reads.ts';

const NOTHING: SinceAnswer = {
  area: 'tp',
  since: '2026-11-24T09:00:00.000Z',
  asOf: '2026-11-25T01:00:00.000Z',
  alerts: { raised: 0, taken: 0, over: 0, silent: [] },
  missed: { units: [], of: 12 },
  suggestions: { written: 0, turnedLate: 0, unseen: 7, late: 3 },
  dossiers: { turned: 0, overdue: 9, open: 40 },
  ratings: { low: 0, of: 55 },
};

test('what stands as it stood is nothing new', () => {
  expect(sinceLines(NOTHING)).toEqual([]);
});

test('everything at once is five lines, each with a way to look at it', () => {
  const lines = sinceLines({
    ...NOTHING,
    alerts: { raised: 4, taken: 1, over: 2, silent: [] },
    missed: { units: [{ unit: 'a', kinds: ['onTime'] }], of: 12 },
    suggestions: { written: 0, turnedLate: 1, unseen: 7, late: 3 },
    dossiers: { turned: 2, overdue: 9, open: 40 },
    ratings: { low: 1, of: 55 },
  });
  expect(lines).toEqual([
    { about: 'alerts', href: '/alerts?area=tp' },
    { about: 'missed', href: '/areas/tp/history' },
    { about: 'dossiers', href: '/dossiers?area=tp&state=overdue' },
    { about: 'suggestions', href: '/suggestions?area=tp' },
    { about: 'ratings', href: '/ratings?area=tp' },
  ]);
});
