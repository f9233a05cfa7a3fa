import { expect, test } from 'vitest';
import { areaDefinitions } from '../../lib/domain/imports/areas.ts';
import { linesOf, smallTree } from '../support/imported-lines.ts';

function read(csv: string, demo = false) {
  const { columns, lines } = linesOf(csv);
  const { definitions, faults } = areaDefinitions(lines, columns, smallTree(), { demo });
  return {
    definitions: definitions.map(({ data }) => data),
    faults: faults.map(({ line, fault }) => `${line} ${fault.code}`),
  };
}

test('a parent stands in the tree or in a line above, and every other line goes in', () => {
  const { definitions, faults } = read(`code,parent,kind,name
new,,city,Thành phố Mới
k1,new,district,Khu vực 1
p1,k1,ward,Phường Một
p2,later,ward,Phường Hai
p3,city,centre,Trung tâm`);
  expect(definitions.map(({ code }) => code)).toEqual(['new', 'k1', 'p1', 'p3']);
  expect(faults).toEqual(['5 unknown_parent']);
});

test('each broken rule is named with its line', () => {
  const { faults } = read(`code,parent,kind,name,timezone,queue
a/b,city,ward,Sai mã,,
p1,city,village,Sai loại,,
p2,w1,ward,Dưới một phường,,
p3,city,ward,,,
p4,city,ward,Sai múi giờ,Asia/Saigonn,
p5,city,ward,Sai hàng chờ,,robot
w2,city,centre,Dùng lại mã,,
c2,city,city,Thành phố trong thành phố,,
p6,city,ward,Một lần,,
p6,city,ward,Hai lần,,
p7,,ward,Không cấp trên,,`);
  expect(faults).toEqual([
    '2 bad_code',
    '3 bad_kind',
    '4 parent_is_unit',
    '5 missing_value',
    '6 bad_timezone',
    '7 bad_queue',
    '8 code_reused',
    '9 city_with_parent',
    '11 repeated_code',
    '12 missing_value',
  ]);
});

test('demonstration and real figures never share a root', () => {
  const line = (parent: string): string => `code,parent,kind,name\nx1,${parent},ward,Phường`;
  expect(read(line('demo'), true).definitions[0]?.demo).toBe(true);
  expect(read(line('demo')).faults).toEqual(['2 demo_tree']);
  expect(read(line('city'), true).faults).toEqual(['2 real_tree']);
  expect(read('code,parent,kind,name\ncity,,city,Thành phố', true).faults).toEqual(['2 real_tree']);
});

test('a column that the file does not have keeps what the area has; an empty cell goes back to the default', () => {
  const { columns, lines } = linesOf('code,parent,kind,name\nw1,city,ward,Tên mới');
  const tree = smallTree();
  const held = tree.areas.get('w1');
  if (held) tree.areas.set('w1', { ...held, queue: 'none', label: 'Phường' });
  expect(areaDefinitions(lines, columns, tree, { demo: false }).definitions[0]?.data).toMatchObject({
    name: 'Tên mới',
    queue: 'none',
    label: 'Phường',
  });
  const emptied = linesOf('code,parent,kind,name,queue\nw1,city,ward,Tên mới,');
  expect(
    areaDefinitions(emptied.lines, emptied.columns, tree, { demo: false }).definitions[0]?.data.queue,
  ).toBe('machine');
});

test('names are stored in NFC, and a unit can succeed several', () => {
  const { definitions } = read(
    `code,parent,kind,name,succeeds,valid_from\nx,city,ward,${'Yên Thụy'.normalize('NFD')},w1;w2,2025-07-01`,
  );
  expect(definitions[0]).toMatchObject({
    name: 'Yên Thụy'.normalize('NFC'),
    succeeds: ['w1', 'w2'],
    validFrom: '2025-07-01',
  });
});

test('G12: hotline and address come with the file, and a file without them keeps them', () => {
  expect(
    read('code,parent,kind,name,hotline,address\nx,city,ward,X,1022,2 Phố Chợ\ny,city,ward,Y,hỏi quầy,'),
  ).toMatchObject({
    definitions: [{ code: 'x', hotline: '1022', address: '2 Phố Chợ' }],
    faults: ['3 hotline_number'],
  });
  const tree = smallTree();
  const held = tree.areas.get('w1');
  if (held) tree.areas.set('w1', { ...held, hotline: '1022', address: '2 Phố Chợ' });
  const renamed = (csv: string) => {
    const { columns, lines } = linesOf(csv);
    return areaDefinitions(lines, columns, tree, { demo: false }).definitions[0]?.data;
  };
  expect(renamed('code,parent,kind,name\nw1,city,ward,Tên mới')).toMatchObject({
    hotline: '1022',
    address: '2 Phố Chợ',
  });
  expect(renamed('code,parent,kind,name,hotline\nw1,city,ward,Tên mới,')?.hotline).toBeUndefined();
});
