import { expect, test } from 'vitest';
import { withinParameter } from '../../lib/domain/within-parameter.ts';

test.each([
  ['60,300,900', [60, 300, 900]],
  ['30', [30]],
  ['3600', [3600]],
  ['3900', [3900]],
  ['14400', [14_400]],
  ['900,60', [900, 60]],
  ['30,60,90,120,150,180,210,240,270,300', [30, 60, 90, 120, 150, 180, 210, 240, 270, 300]],
])('Q8: within=%s is taken as sent', (text, thresholds) => {
  expect(withinParameter(text)).toEqual(thresholds);
});

test.each([
  '',
  '0',
  '-30',
  '45',
  '3630',
  '14700',
  '60,',
  ',60',
  '60, 90',
  '6e1',
  '60.0',
  '+60',
  '060',
  '30,30,30,30,30,30,30,30,30,30,30',
])('Q8: within=%s is refused', (text) => {
  expect(withinParameter(text)).toBeNull();
});
