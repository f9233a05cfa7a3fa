import type { AreaDefinition, SessionDefinition } from '../../lib/domain/tree.ts';
import type { Definition } from '../log/submission.ts';
import {
  CENTRE,
  CITY,
  codeOf,
  DISTRICTS,
  OPEN_ON_SATURDAY,
  plainName,
  SERVICES,
  WITHOUT_QUEUE,
} from './demo-city.ts';
import { demoProcedures } from './demo-procedures.ts';

/** Two-tier local government began on this day; the demonstration has no older history. */
const SINCE = '2025-07-01';

/** No place in Viet Nam has 0200. */
const HOTLINE = '0200 385 1022 (giờ hành chính)';

const ZONE = 'Asia/Ho_Chi_Minh';
const WORKDAYS = [1, 2, 3, 4, 5] as const;
const MORNING = { from: '07:30', to: '11:30' };
const AFTERNOON = { from: '13:30', to: '17:00' };

/** Every definition of the demonstration city, parents first. */
export function demoDefinitions(): Definition[] {
  return [
    ...areas().map((data): Definition => ({ type: 'area.defined', data })),
    ...SERVICES.map(
      ({ service, name, nameEn }): Definition => ({
        type: 'service.defined',
        data: { area: CITY.code, service, name, nameEn, effectiveFrom: SINCE },
      }),
    ),
    ...demoProcedures(CITY.code, SINCE).map((data): Definition => ({ type: 'procedure.defined', data })),
    { type: 'sessions.set', data: week(CITY.code, false) },
    ...[...OPEN_ON_SATURDAY].map(
      (name): Definition => ({ type: 'sessions.set', data: week(codeOf(name), true) }),
    ),
  ];
}

type Named = Pick<
  AreaDefinition,
  'code' | 'parent' | 'kind' | 'name' | 'nameEn' | 'label' | 'hotline' | 'address'
>;

function areas(): AreaDefinition[] {
  const named: Named[] = [
    {
      code: CITY.code,
      parent: null,
      kind: 'city',
      name: CITY.name,
      nameEn: 'An Binh City',
      label: 'Thành phố',
      hotline: HOTLINE,
    },
    {
      code: CENTRE.code,
      parent: CITY.code,
      kind: 'centre',
      name: CENTRE.name,
      nameEn: 'Public Administration Service Centre',
      label: 'Trung tâm',
      address: `1 quảng trường Trung Tâm, ${CITY.name}`,
    },
  ];
  for (const [district, wards] of DISTRICTS) {
    const code = `${CITY.code}-kv-${plainName(district).toLowerCase().replaceAll(' ', '-')}`;
    named.push({
      code,
      parent: CITY.code,
      kind: 'district',
      name: `Khu vực ${district}`,
      nameEn: `${plainName(district)} area`,
      label: 'Khu vực',
    });
    for (const name of wards.split(', ')) {
      named.push({
        code: codeOf(name),
        parent: code,
        kind: 'ward',
        name,
        nameEn: plainName(name),
        label: 'Phường',
        address: `Trụ sở Ủy ban nhân dân phường ${name}, ${CITY.name}`,
      });
    }
  }
  return named.map((area) => ({
    ...area,
    timezone: ZONE,
    queue: WITHOUT_QUEUE.has(area.name) ? 'none' : 'machine',
    demo: true,
    succeeds: [],
  }));
}

const week = (area: string, saturday: boolean): SessionDefinition => ({
  area,
  scope: 'week',
  fromDay: SINCE,
  spans: [
    ...WORKDAYS.flatMap((weekday) => [MORNING, AFTERNOON].map((span) => ({ weekday, ...span }))),
    ...(saturday ? [{ weekday: 6, ...MORNING }] : []),
  ],
});
