import { expect, test } from 'vitest';
import { surveyEntries } from '../../lib/domain/imports/surveys.ts';
import { linesOf, smallTree } from '../support/imported-lines.ts';

const NOW = Date.parse('2026-11-23T10:00:00+07:00');

test('U1: a file of surveys is read line by line, and each bad line is named', () => {
  const { lines } = linesOf(`area,name,from,to,n,measure,value,method,source
city,SIPAS,2026-01-01,2026-06-30,300,,92.5 %,Phiếu,Báo cáo 12
w1,SIPAS,2025-01-01,2025-12-31,120,index,0.8394,Phiếu,Báo cáo 9
w1,SIPAS,2025-01-01,2025-12-31,,,0.9,Phiếu,Báo cáo 9
w1,SIPAS,2025-01-01,2025-12-31,120,,120 %,Phiếu,Báo cáo 9
w1,SIPAS,2025-12-31,2025-01-01,120,,0.9,Phiếu,Báo cáo 9
w1,SIPAS,2026-07-01,2026-12-31,120,,0.9,Phiếu,Báo cáo 9
nope,SIPAS,2025-01-01,2025-12-31,120,,0.9,Phiếu,Báo cáo 9
w1,SIPAS,2025-01-01,2025-12-31,12.5,,0.9,Phiếu,Báo cáo 9`);
  const { definitions, faults } = surveyEntries(lines, smallTree(), NOW);
  expect(definitions.map(({ data }) => [data.area, data.n, data.measure, data.value])).toEqual([
    ['city', 300, 'share', 0.925],
    ['w1', 120, 'index', 0.8394],
  ]);
  expect(faults.map(({ line, fault }) => `${line} ${fault.code} ${fault.column}`)).toEqual([
    '4 missing_value n',
    '5 share_range value',
    '6 period_reversed to',
    '7 period_ahead to',
    '8 unknown_area area',
    '9 bad_value n',
  ]);
});
