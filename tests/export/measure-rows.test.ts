import { expect, test } from 'vitest';
import { historyTable } from '../../server/export/figure-tables.ts';
import { measureRows } from '../../server/export/measure-rows.ts';

const alone = { n: null, of: null, low: null, high: null };

test('every number of an answer is a row by its place; a share keeps its n, what is not known stays empty', () => {
  const share = { n: 3, of: 4, share: 0.75, low: 0.3, high: 0.95 };
  expect(
    measureRows({
      tickets: { issued: 4, wait: { p50Sec: null, within: { 300: share } } },
      asOf: '2026-11-23T03:00:00Z',
      byChannel: [
        { channel: null, n: 2 },
        { channel: 'qr', n: 1 },
      ],
      conduct: [{ point: 'listen', vi: 'Luôn lắng nghe', praised: 5, lacking: 1 }],
    }),
  ).toEqual([
    { measure: 'tickets.issued', value: 4, ...alone },
    { measure: 'tickets.wait.p50Sec', value: null, ...alone },
    { measure: 'tickets.wait.within.300', value: 0.75, n: 3, of: 4, low: 0.3, high: 0.95 },
    { measure: 'byChannel.unknown.n', value: 2, ...alone },
    { measure: 'byChannel.qr.n', value: 1, ...alone },
    { measure: 'conduct.listen.praised', value: 5, ...alone },
    { measure: 'conduct.listen.lacking', value: 1, ...alone },
  ]);
});

test('what was noted stands beside every bucket that it touches, on the clocks of the area', () => {
  const point = (bucket: string) => ({
    bucket,
    value: 1,
    n: 1,
    of: null,
    share: null,
    low: null,
    high: null,
    without: null,
  });
  const { items } = historyTable('a', 'Asia/Ho_Chi_Minh', {
    metric: 'issued',
    bucket: 'day',
    from: '2026-11-20',
    to: '2026-11-22',
    target: null,
    series: ['2026-11-20', '2026-11-21', '2026-11-22'].map(point),
    total: point(''),
    totalWithout: null,
    notes: [
      { note: 1, unit: 'a', fromAt: '2026-11-20T16:59:00Z', toAt: '2026-11-20T17:30:00Z', text: 'Mất điện' },
      { note: 2, unit: 'a', fromAt: '2026-11-21T20:00:00Z', toAt: null, text: 'Mất mạng' },
    ],
  });
  expect(items.map(({ notes }) => notes)).toEqual([['Mất điện'], ['Mất điện'], ['Mất mạng']]);
});
