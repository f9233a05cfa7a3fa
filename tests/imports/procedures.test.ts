import { expect, test } from 'vitest';
import { procedureDefinitions } from '../../lib/domain/imports/procedures.ts';
import { defineProcedure } from '../../lib/domain/tree.ts';
import { linesOf, smallTree } from '../support/imported-lines.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const HEADER = 'area,procedure,name,name_en,sector,days,hours,cut_off,effective_from,source';
const read = (...lines: string[]) =>
  procedureDefinitions(linesOf([HEADER, ...lines].join('\n')).lines, smallTree(), NOW);

test('a procedure has a limit of days, of hours, or the same day', () => {
  const { definitions, faults } = read(
    'city,2.000815,Chứng thực bản sao,Certified copies,chung-thuc,,,15:00,2026-01-01,QĐ 1',
    'city,1.004873,Xác nhận hôn nhân,,ho-tich,3,,,2026-01-01,QĐ 1',
    'w1,1.001193,Khai sinh,,ho-tich,,"4",,,QĐ 2'.replaceAll('"', ''),
    'w2,1.001193,Khai sinh,,ho-tich,,,7:30,,QĐ 2',
  );
  expect(faults).toEqual([]);
  expect(definitions.map(({ data }) => [data.area, data.limit, data.effectiveFrom])).toEqual([
    ['city', { kind: 'sameDay', cutOff: '15:00' }, '2026-01-01'],
    ['city', { kind: 'days', days: 3 }, '2026-01-01'],
    ['w1', { kind: 'hours', hours: 4 }, '2026-11-23'],
    ['w2', { kind: 'sameDay', cutOff: '07:30' }, '2026-11-23'],
  ]);
  expect(definitions[0]?.data).toMatchObject({
    nameEn: 'Certified copies',
    sector: 'chung-thuc',
    source: 'QĐ 1',
  });
});

test('what is wrong with a line is named by its column, and the other lines are taken', () => {
  const { definitions, faults } = read(
    'nope,p,Tên,,s,3,,,,QĐ',
    'city,,Tên,,s,3,,,,QĐ',
    'city,p,Tên,,,3,,,,QĐ',
    'city,p,Tên,,s,3,,,,',
    'city,p,Tên,,s,,,,,QĐ',
    'city,p,Tên,,s,3,8,,,QĐ',
    'city,p,Tên,,s,0,,,,QĐ',
    'city,p,Tên,,s,2.5,,,,QĐ',
    'city,p,Tên,,s,,0.1,,,QĐ',
    'city,p,Tên,,s,,,25:00,,QĐ',
    'city,p,Tên,,s,3,,,23/11/2026,QĐ',
    'city,p,Tên,,s,3,,,,QĐ',
  );
  expect(faults.map(({ line, fault }) => `${line} ${fault.code} ${fault.column}`)).toEqual([
    '2 unknown_area area',
    '3 missing_value procedure',
    '4 missing_value sector',
    '5 missing_value source',
    '6 one_limit days',
    '7 one_limit hours',
    '8 bad_value limit.days',
    '9 bad_value limit.days',
    '10 bad_value limit.hours',
    '11 bad_value limit.cutOff',
    '12 bad_date effective_from',
  ]);
  expect(definitions.map(({ line }) => line)).toEqual([13]);
});

test('without effective_from a procedure holds from today, and stays as it is when nothing changed', () => {
  const tree = smallTree();
  const { lines } = linesOf(`${HEADER}\ncity,p,Tên,,s,3,,,,QĐ`);
  const [first] = procedureDefinitions(lines, tree, NOW).definitions;
  if (first) defineProcedure(tree, first.data);
  expect(first?.data.effectiveFrom).toBe('2026-11-23');
  const week = 7 * 86_400_000;
  expect(procedureDefinitions(lines, tree, NOW + week).definitions[0]?.data).toEqual(first?.data);
  const changed = linesOf(`${HEADER}\ncity,p,Tên,,s,2,,,,QĐ 2`).lines;
  expect(procedureDefinitions(changed, tree, NOW + week).definitions[0]?.data).toMatchObject({
    limit: { kind: 'days', days: 2 },
    effectiveFrom: '2026-11-30',
  });
});

test('PC6: papers come apart by semicolons and the fee as it is written; without them nothing is said of either', () => {
  const lines = linesOf(
    [
      'area,procedure,name,sector,days,papers,fee,source',
      'city,1,Khai sinh,ho-tich,1,Giấy chứng sinh; Tờ khai ;,Miễn phí,QĐ 1',
      'city,2,Khai tử,ho-tich,1,,,QĐ 1',
    ].join('\n'),
  ).lines;
  const { definitions, faults } = procedureDefinitions(lines, smallTree(), NOW);
  expect(faults).toEqual([]);
  expect(definitions.map(({ data }) => [data.papers, data.fee])).toEqual([
    [['Giấy chứng sinh', 'Tờ khai'], 'Miễn phí'],
    [undefined, undefined],
  ]);
});
