import { expect, test } from 'vitest';
import { holidayDefinitions } from '../../lib/domain/imports/holidays.ts';
import { serviceDefinitions } from '../../lib/domain/imports/services.ts';
import { sessionDefinitions } from '../../lib/domain/imports/sessions.ts';
import { targetDefinitions } from '../../lib/domain/imports/targets.ts';
import { defineService, setTarget } from '../../lib/domain/tree.ts';
import { linesOf, smallTree } from '../support/imported-lines.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');

test('a target never takes effect in the past, but a file that was imported before may be again', () => {
  const tree = smallTree();
  const { lines } = linesOf(`area,metric,value,source,effective_from
city,satisfied,98 %,Kế hoạch 01,2026-01-01
w1,within,0.9,Nội bộ,2026-11-23
nope,satisfied,0.98,Kế hoạch,
w2,satisfied,1.2,Kế hoạch,`);
  const first = targetDefinitions(lines, tree, NOW);
  expect(first.faults.map(({ line, fault }) => `${line} ${fault.code}`)).toEqual([
    '2 target_in_past',
    '4 unknown_area',
    '5 bad_value',
  ]);
  const [target] = first.definitions;
  if (target) setTarget(tree, target.data);
  const nextYear = targetDefinitions(lines.slice(1, 2), tree, NOW + 400 * 86_400_000);
  expect(nextYear).toEqual({ definitions: [{ line: 3, data: target?.data }], faults: [] });
});

test('98 % and 0,98 are the same share', () => {
  const read = (value: string) =>
    targetDefinitions(
      linesOf(`area;metric;value;source\ncity;satisfied;${value};x`.replaceAll(';', ',')).lines,
      smallTree(),
      NOW,
    ).definitions[0]?.data.value;
  expect(read('98 %')).toBe(0.98);
  expect(read('98%')).toBe(read('0.98'));
});

test('a service without effective_from holds from today, and stays as it is when nothing changed', () => {
  const tree = smallTree();
  const { lines } = linesOf('area,service,name\ncity,ho-tich,Hộ tịch');
  const [first] = serviceDefinitions(lines, tree, NOW).definitions;
  expect(first?.data).toMatchObject({ effectiveFrom: '2026-11-23', name: 'Hộ tịch' });
  if (first) defineService(tree, first.data);
  expect(serviceDefinitions(lines, tree, NOW + 7 * 86_400_000).definitions[0]?.data).toEqual(first?.data);
});

test('weekly lines of one area and date are one plan; a dated line stands alone, closed without hours', () => {
  const { lines } = linesOf(`area,weekday,date,from,to,effective_from
city,1-5,,7:30,11:30,2026-01-01
city,1-5,,13:30,17:00,2026-01-01
city,6,,07:30,11:30,2026-01-01
w1,,2026-11-24,,,`);
  const { definitions, faults } = sessionDefinitions(lines, smallTree(), NOW);
  expect(faults).toEqual([]);
  expect(definitions.map(({ data }) => [data.area, data.scope, data.fromDay, data.spans.length])).toEqual([
    ['city', 'week', '2026-01-01', 11],
    ['w1', 'day', '2026-11-24', 0],
  ]);
  expect(definitions[0]?.data.spans[0]).toEqual({ weekday: 1, from: '07:30', to: '11:30' });
});

test('a plan with a bad line is not taken at all, and each of its lines says so', () => {
  const { lines } = linesOf(`area,weekday,from,to
city,1-5,07:30,11:30
city,8,13:30,17:00
w1,1,12:00,11:00
w2,1,07:30,11:30`);
  const { definitions, faults } = sessionDefinitions(lines, smallTree(), NOW);
  expect(definitions.map(({ data }) => data.area)).toEqual(['w2']);
  expect(faults.map(({ line, fault }) => `${line} ${fault.code}`).sort()).toEqual([
    '2 broken_plan',
    '3 bad_weekday',
    '4 bad_span',
  ]);
});

test('holidays close an area and all below it for a day; each bad line is named', () => {
  const { lines } = linesOf(`area,date,name,source
city,2026-11-24,Ngày Văn hóa,Nghị quyết 80
w1,2026-11-24,,
city,2026-11-24,Lặp,
nope,2027-01-01,Tết dương lịch,
city,,Quên ngày,
city,2027-02-30,Không có ngày này,`);
  const { definitions, faults } = holidayDefinitions(lines, smallTree());
  const closed = { scope: 'day', fromDay: '2026-11-24', spans: [] };
  expect(definitions).toEqual([
    { line: 2, data: { ...closed, area: 'city', source: 'Ngày Văn hóa · Nghị quyết 80' } },
    { line: 3, data: { ...closed, area: 'w1' } },
  ]);
  expect(faults.map(({ line, fault }) => `${line} ${fault.code}`)).toEqual([
    '4 repeated_date',
    '5 unknown_area',
    '6 missing_value',
    '7 bad_date',
  ]);
});
