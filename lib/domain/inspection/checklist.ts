import { inForce } from '../settings.ts';
import { type ChecklistDefinition, lineOf, type Tree } from '../tree.ts';

/** One line of a checklist: what is looked at, in both languages. */
export type ChecklistItem = { item: string; text: string; textEn?: string };
export type Checklist = { checklist: string; name: string; nameEn?: string; items: readonly ChecklistItem[] };

const item = (code: string, text: string, textEn: string): ChecklistItem => ({ item: code, text, textEn });

/**
 * I9: what is looked at where nothing else was set: uniform, card, published procedures, the code of conduct "4 xin,
 * 4 luôn", working hours, the waiting place.
 */
const PRODUCT_CHECKLISTS: readonly Checklist[] = [
  {
    checklist: 'uniform',
    name: 'Đồng phục',
    nameEn: 'Uniform',
    items: [
      item('worn', 'Mặc đúng trang phục, đồng phục theo quy định', 'The prescribed dress is worn'),
      item('tidy', 'Trang phục gọn gàng, sạch sẽ', 'Dress is neat and clean'),
    ],
  },
  {
    checklist: 'card',
    name: 'Thẻ công chức',
    nameEn: 'Staff card',
    items: [
      item('worn', 'Đeo thẻ công chức khi làm việc', 'The staff card is worn on duty'),
      item('sign', 'Biển tên, chức danh đặt tại quầy', 'Name and title stand at the counter'),
    ],
  },
  {
    checklist: 'published',
    name: 'Niêm yết thủ tục',
    nameEn: 'Published procedures',
    items: [
      item('complete', 'Niêm yết đủ thủ tục thuộc thẩm quyền', 'All procedures of the unit are published'),
      item('current', 'Nội dung niêm yết đúng bản đang có hiệu lực', 'What is published is in force'),
      item('fees', 'Công khai phí, lệ phí, thời hạn giải quyết', 'Fees and time limits are published'),
      item(
        'hotline',
        'Công khai đường dây nóng, địa chỉ tiếp nhận phản ánh',
        'Hotline and address are published',
      ),
    ],
  },
  {
    checklist: 'conduct',
    name: '4 xin, 4 luôn',
    nameEn: 'Four courtesies, four always',
    items: [
      item(
        'courtesies',
        'Xin chào, xin lỗi, xin cảm ơn, xin phép',
        'Greeting, apology, thanks, leave are said',
      ),
      item('smile', 'Luôn mỉm cười', 'Always a smile'),
      item('gentle', 'Luôn nhẹ nhàng', 'Always gentle'),
      item('listen', 'Luôn lắng nghe', 'Always listening'),
      item('help', 'Luôn giúp đỡ', 'Always helping'),
    ],
  },
  {
    checklist: 'hours',
    name: 'Giờ làm việc',
    nameEn: 'Working hours',
    items: [
      item('present', 'Có mặt đúng giờ, không bỏ vị trí', 'Present on time and at the counter'),
      item('open', 'Quầy mở đủ theo lịch', 'Counters are open as planned'),
    ],
  },
  {
    checklist: 'waiting',
    name: 'Nơi chờ',
    nameEn: 'Waiting place',
    items: [
      item('seats', 'Đủ ghế ngồi, quạt, nước uống', 'Enough seats, air and water'),
      item(
        'priority',
        'Có chỗ và lối đi cho người khuyết tật, người già',
        'A place and a way for the disabled and the old',
      ),
      item('clean', 'Khu vực chờ, nhà vệ sinh sạch sẽ', 'Waiting place and toilets are clean'),
    ],
  },
];

/** I9: what is looked at in an area on a local day, in the order of the product and then of the codes. */
export function checklistsOf(tree: Tree, code: string, day: string): Checklist[] {
  const line = lineOf(tree, code);
  const set = line.flatMap((area) => tree.checklists.get(area.code) ?? []);
  const own = set.map(({ checklist }) => checklist).sort();
  const codes = new Set([...PRODUCT_CHECKLISTS.map(({ checklist }) => checklist), ...own]);
  return [...codes].flatMap((checklist) => {
    for (const area of line) {
      const held = inForce(
        tree.checklists.get(area.code),
        (item) => item.effectiveFrom,
        day,
        (item) => item.checklist === checklist,
      );
      // Set without lines: not looked at here.
      if (held) return held.items.length > 0 ? [shown(held)] : [];
    }
    return PRODUCT_CHECKLISTS.find((one) => one.checklist === checklist) ?? [];
  });
}

const shown = ({ checklist, name, nameEn, items }: ChecklistDefinition): Checklist => ({
  checklist,
  name,
  ...(nameEn !== undefined && { nameEn }),
  items,
});
