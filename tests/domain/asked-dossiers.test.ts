import { expect, test } from 'vitest';
import { askedDossiers } from '../../components/dossiers/asked-dossiers.ts';
import { dossierPath, dossiersPath } from '../../components/dossiers/dossiers-path.ts';

const header = { code: 'tp', monthFrom: '2026-11-01', day: '2026-11-25' };
const asked = (address: string) => askedDossiers(new URLSearchParams(address), header);

test.each([
  ['', { state: 'open', query: '?area=tp&state=open', from: null, to: null }],
  ['state=no-such-state', { state: 'open', query: '?area=tp&state=open', from: null, to: null }],
  [
    'state=late&handler=thue',
    {
      state: 'late',
      query: '?area=tp&state=late&from=2026-11-01&to=2026-11-25&handler=thue',
      from: '2026-11-01',
      to: '2026-11-25',
    },
  ],
  [
    'state=received&from=2026-01-01',
    {
      state: 'received',
      query: '?area=tp&from=2026-01-01&to=2026-11-25',
      from: '2026-01-01',
      to: '2026-11-25',
    },
  ],
  [
    'state=toCorrect&fault=second_result&sort=dossier&by=stage&cursor=x&area=other',
    { state: 'toCorrect', query: '?area=tp&state=toCorrect&fault=second_result', from: null, to: null },
  ],
])('the address "%s" asks for what it names and for nothing else', (address, expected) => {
  expect(asked(address)).toEqual(expected);
});

test('codes of areas and dossiers are whole in addresses, whatever they hold', () => {
  expect(dossierPath('a/b', 'HS 1/2?&#')).toBe('/areas/a%2Fb/dossiers/HS%201%2F2%3F%26%23');
  const path = dossiersPath('a&b', { state: 'overdue', procedure: 'x=1' });
  expect(Object.fromEntries(new URL(path, 'http://a').searchParams)).toEqual({
    area: 'a&b',
    state: 'overdue',
    procedure: 'x=1',
  });
});
