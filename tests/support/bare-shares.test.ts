import { expect, test } from 'vitest';
import { bareShares } from './bare-shares.ts';

test('rule 2: a share is found out wherever it stands without its n', () => {
  expect(
    bareShares({ a: { n: 1, of: 2, share: 0.5, low: 0.1, high: 0.9 }, b: { n: 0, of: 0, share: null } }),
  ).toEqual([]);
  expect(bareShares({ a: [{ share: 0.5 }] })).toEqual(['/a/0/share: a share without its n']);
  expect(bareShares({ responseRate: 1 })).toEqual(['/responseRate: a share without its n']);
  expect(bareShares({ onlineShare: 0.25, n: 3 })).toEqual(['/onlineShare: a share without its n']);
  expect(bareShares({ satisfied: 0.98 })).toEqual(['/satisfied: 0.98 is a part of what?']);
  expect(bareShares({ target: 0.98, targets: { onTime: 0.99 } })).toEqual([]);
});
