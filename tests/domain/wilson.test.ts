import { expect, test } from 'vitest';
import { shareOf } from '../../lib/domain/wilson.ts';

test('the interval of none begins at exactly 0 and that of all ends at exactly 1', () => {
  for (let of = 1; of <= 500; of++) {
    expect(shareOf(0, of).low).toBe(0);
    expect(shareOf(of, of).high).toBe(1);
  }
});
