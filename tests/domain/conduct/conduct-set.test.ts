import { expect, test } from 'vitest';
import { CONDITIONS, isCondition } from '../../../lib/domain/conduct/condition.ts';
import { conductProfile } from '../../../lib/domain/conduct/conduct-profile.ts';
import { conductSetOf, conductSpans, groupOfReason } from '../../../lib/domain/conduct/conduct-set.ts';
import { FOUR_FOUR, KNOWN_SETS } from '../../../lib/domain/conduct/default-sets.ts';
import { type ConductPoint, conductEvents } from '../../../lib/domain/events/conduct.ts';
import { randomOf } from '../../../lib/domain/simulation/random.ts';
import { ratingOfVisit } from '../../../lib/domain/simulation/visit-rating.ts';
import { type ConductDefinition, defineArea, emptyTree, setConduct } from '../../../lib/domain/tree.ts';
import en from '../../../lib/i18n/messages/en.json' with { type: 'json' };
import vi from '../../../lib/i18n/messages/vi.json' with { type: 'json' };
import { lawArea } from '../../support/law-city.ts';

const point = (id: string, more: Partial<ConductPoint> = {}): ConductPoint => ({
  point: id,
  text: 'luôn cười',
  textEn: 'smiling',
  lack: 'chưa cười',
  lackEn: 'not smiling',
  ...more,
});

const set = (more: Partial<ConductDefinition> = {}): ConductDefinition => ({
  area: 'city',
  name: 'Của thành phố',
  nameEn: 'Of the city',
  points: [point('smile')],
  effectiveFrom: '2026-11-01',
  source: 'thử',
  ...more,
});

function treeWith(...sets: Partial<ConductDefinition>[]) {
  const tree = emptyTree();
  defineArea(tree, lawArea('city', null, 'city'));
  defineArea(tree, lawArea('d', 'city', 'district'));
  defineArea(tree, lawArea('w', 'd', 'ward'));
  for (const one of sets) setConduct(tree, set(one));
  return tree;
}

test('S6: the nearest ancestor’s code of conduct that is in force on the day holds, whole; else the product’s own', () => {
  const tree = treeWith(
    {},
    { area: 'd', name: 'Của cụm', effectiveFrom: '2026-11-20', points: [point('nod')] },
  );
  expect(conductSetOf(tree, 'w', '2026-10-31')).toMatchObject({ area: null, name: '4 xin · 4 luôn' });
  expect(conductSetOf(tree, 'w', '2026-11-19').name).toBe('Của thành phố');
  expect(conductSetOf(tree, 'w', '2026-11-20').points.map((one) => one.point)).toEqual(['nod']);
  expect(conductSetOf(tree, 'city', '2026-11-25').name).toBe('Của thành phố');
});

test('S6: days of a unit fall into the spans of the codes that held on them, without gap', () => {
  const tree = treeWith({}, { area: 'd', effectiveFrom: '2026-11-20' });
  const spans = conductSpans(tree, 'w', '2026-10-30', '2026-11-25');
  expect(spans.map(({ from, to, set: { area } }) => [from, to, area])).toEqual([
    ['2026-10-30', '2026-10-31', null],
    ['2026-11-01', '2026-11-19', 'city'],
    ['2026-11-20', '2026-11-25', 'd'],
  ]);
  expect(conductSpans(tree, 'w', '2026-11-20', '2026-11-20')).toHaveLength(1);
});

test('S6: a condition is never conduct, and a reason that nobody knows is other, under its own code', () => {
  const own = conductSetOf(emptyTree(), 'w', '2026-11-25');
  expect(CONDITIONS.map((reason) => groupOfReason(own, reason))).toEqual(CONDITIONS.map(() => 'condition'));
  expect(groupOfReason(own, 'listen')).toBe('conduct');
  expect(groupOfReason(own, 'parking')).toBe('other');
  expect(groupOfReason({ ...own, points: [point('nod')] }, 'listen')).toBe('other');
});

test('S6: every reason that the simulation gives is in the catalogue', () => {
  const own = conductSetOf(emptyTree(), 'w', '2026-11-25');
  const random = randomOf('reasons');
  const seen = new Set<string>();
  for (let n = 0; n < 5_000; n++)
    for (const reason of ratingOfVisit(random, 0.5, n % 2 ? 0 : 3_600_000).reasons ?? []) seen.add(reason);
  expect(seen.size).toBeGreaterThan(12);
  expect([...seen].filter((reason) => groupOfReason(own, reason) === 'other')).toEqual([]);
});

test('S6: the words of the product’s own code are those of every page; what is lacking is said with "chưa"', () => {
  const words = (lang: 'text' | 'textEn' | 'lack' | 'lackEn') =>
    Object.fromEntries(FOUR_FOUR.points.map((one) => [one.point, one[lang]]));
  expect([words('text'), words('lack')]).toEqual([vi.reasons.praise, vi.reasons.lack]);
  expect([words('textEn'), words('lackEn')]).toEqual([en.reasons.praise, en.reasons.lack]);
  expect(Object.keys(vi.reasons.condition).toSorted()).toEqual(CONDITIONS.toSorted());
  for (const { points, ...known } of KNOWN_SETS) {
    const asked = { ...set(), ...known, points };
    expect(conductEvents['conduct.set'].safeParse(asked).error?.issues ?? []).toEqual([]);
  }
});

test('S6: a code of conduct that cannot be is refused by its field and the name of what it breaks', () => {
  const faults = (...points: ConductPoint[]) =>
    conductEvents['conduct.set']
      .safeParse(set({ points }))
      .error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`) ?? [];
  expect(faults(point('a'), point('b'))).toEqual([]);
  expect(faults(point('a'), point('a'))).toEqual(['points/1/point point_twice']);
  expect(faults(point('fee'))).toEqual(['points/0/point point_is_condition']);
  expect(faults(point('a', { lack: 'không cười' }))).toEqual(['points/0/lack lack_without_chua']);
  expect(faults(point('a', { text: 'chưa nhũng nhiễu' }))).toEqual(['points/0/text point_of_corruption']);
  expect(faults(point('bribe'))).toEqual(['points/0/point point_of_corruption']);
});

const count = (reason: string, praised: number, lacking: number, of = emptyTree()) => ({
  set: conductSetOf(of, 'w', '2026-11-25'),
  reason,
  praised,
  lacking,
});

test('S7: thanks come first, points nobody named are listed, conditions and unknown codes stand apart', () => {
  const own = conductSetOf(emptyTree(), 'w', '2026-11-25');
  const profile = conductProfile(own, [
    count('listen', 2, 9),
    count('smile', 5, 0),
    count('fee', 1, 2),
    count('long_wait', 0, 4),
    count('parking', 0, 1),
  ]);
  expect(profile.conduct.map(({ point: id, praised, lacking }) => [id, praised, lacking])).toEqual([
    ['smile', 5, 0],
    ['listen', 2, 9],
    ...['apologise', 'ask_leave', 'gentle', 'greet', 'help', 'thank'].map((id) => [id, 0, 0]),
  ]);
  expect(profile.conduct.some(({ point: id }) => isCondition(id))).toBe(false);
  expect(profile.conditions).toEqual([
    { code: 'long_wait', praised: 0, lacking: 4 },
    { code: 'fee', praised: 1, lacking: 2 },
  ]);
  expect(profile.others).toEqual([{ code: 'parking', praised: 0, lacking: 1 }]);
});

test('S7: wards under different codes pool by point; a point of one of them alone keeps its words', () => {
  const own = conductSetOf(emptyTree(), 'city', '2026-11-25');
  const other = treeWith({ area: 'w', points: [point('smile'), point('nod', { text: 'gật đầu' })] });
  const { conduct } = conductProfile(own, [
    count('smile', 1, 1),
    count('smile', 2, 0, other),
    count('nod', 4, 0, other),
  ]);
  expect(conduct.slice(0, 2)).toMatchObject([
    { point: 'nod', text: 'gật đầu', praised: 4 },
    { point: 'smile', text: 'luôn mỉm cười', praised: 3, lacking: 1 },
  ]);
});
