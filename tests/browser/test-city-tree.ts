import type { Definition } from '../../server/log/submission.ts';

type AreaData = Extract<Definition, { type: 'area.defined' }>['data'];
type NamedArea = Pick<AreaData, 'code' | 'parent' | 'kind' | 'name'> & Partial<AreaData>;

/** The wards of district `song`, one for each state that a reader must be able to tell from the others. */
export const WARDS = {
  live: { code: 'song-hoa', name: 'Hoà Lộ' },
  late: { code: 'song-luu', name: 'Lưu Thượng' },
  nobody: { code: 'song-nhan', name: 'An Nhàn' },
  silent: { code: 'song-thach', name: 'Thạch Ngạn' },
  unheard: { code: 'song-lang', name: 'Yên Lặng' },
  none: { code: 'song-son', name: 'Sơn Bắc' },
  gauge: { code: 'song-gia', name: 'Gia Hội Hạ' },
  rated: { code: 'song-lam', name: 'Lam Kiều' },
} as const;

/** Codes of the wards of the two larger districts. */
export const NUI = Array.from({ length: 20 }, (_, i) => `nui-${i + 1}`);
export const BIEN = Array.from({ length: 24 }, (_, i) => `bien-${i + 1}`);

/** A zone in which it is between 12 and 13 o'clock now, so that no test meets a night or a midnight. */
export function noonZone(at: Date): string {
  const offset = 12 - at.getUTCHours();
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/** A city of 53 units: district `song` (8, each in a state of its own), `nui` (20), `bien` (24) and a centre. */
export function testCityTree(timezone: string): Definition[] {
  const wards = (codes: readonly string[], parent: string, word: string): NamedArea[] =>
    codes.map((code, i) => ({ code, parent, kind: 'ward', name: `${word} ${i + 1}`, label: 'Phường' }));
  const areas: NamedArea[] = [
    { code: 'tp', parent: null, kind: 'city', name: 'Thành phố Kiểm Thử', nameEn: 'Trial City' },
    { code: 'tt', parent: 'tp', kind: 'centre', name: 'Trung tâm Phục vụ hành chính công' },
    { code: 'song', parent: 'tp', kind: 'district', name: 'Khu vực Sông', nameEn: 'River area' },
    { code: 'nui', parent: 'tp', kind: 'district', name: 'Khu vực Núi', nameEn: 'Hill area' },
    { code: 'bien', parent: 'tp', kind: 'district', name: 'Khu vực Biển', nameEn: 'Sea area' },
    ...Object.values(WARDS).map(
      (ward): NamedArea => ({
        ...ward,
        parent: 'song',
        kind: 'ward',
        label: 'Phường',
        queue: ward.code === WARDS.none.code ? 'none' : 'machine',
      }),
    ),
    ...wards(NUI, 'nui', 'Núi Cao'),
    ...wards(BIEN, 'bien', 'Biển Xa'),
  ];
  return [
    ...areas.map(
      (area): Definition => ({
        type: 'area.defined',
        data: { timezone, queue: 'machine', demo: false, succeeds: [], ...area },
      }),
    ),
    ...['Hộ tịch', 'Đất đai'].map(
      (name, i): Definition => ({
        type: 'service.defined',
        data: { area: 'tp', service: SERVICES[i] ?? name, name, effectiveFrom: '2026-01-01' },
      }),
    ),
    {
      type: 'sessions.set',
      data: {
        area: 'tp',
        scope: 'week',
        fromDay: '2026-01-01',
        spans: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '07:30', to: '18:00' })),
      },
    },
  ];
}

export const SERVICES = ['ho-tich', 'dat-dai'] as const;
