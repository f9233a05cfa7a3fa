import type { Severity } from '../inspection/words.ts';

/** What inspectors find in an invented office: a line of the product's checklists, in words. Nobody is named. */
type Found = { checklist: string; item: string; severity: Severity; text: string; remedy: string };

export const FOUND: readonly [Found, ...Found[]] = [
  {
    checklist: 'published',
    item: 'current',
    severity: 'minor',
    text: 'Ba thủ tục niêm yết còn là bản cũ, chưa thay theo quyết định mới.',
    remedy: 'Đã in và thay bản niêm yết theo quyết định đang có hiệu lực.',
  },
  {
    checklist: 'published',
    item: 'hotline',
    severity: 'minor',
    text: 'Bảng đường dây nóng đặt sau cánh cửa, người dân khó thấy.',
    remedy: 'Đã treo bảng đường dây nóng ở lối vào và tại bàn hướng dẫn.',
  },
  {
    checklist: 'published',
    item: 'fees',
    severity: 'serious',
    text: 'Chưa công khai mức thu lệ phí của hai thủ tục đăng ký kinh doanh.',
    remedy: 'Đã niêm yết mức thu tại quầy và trên trang của phường.',
  },
  {
    checklist: 'hours',
    item: 'present',
    severity: 'serious',
    text: 'Một quầy không có người trực trong 25 phút đầu giờ chiều.',
    remedy: 'Đã phân công người trực thay và họp rút kinh nghiệm.',
  },
  {
    checklist: 'hours',
    item: 'open',
    severity: 'minor',
    text: 'Hai quầy mở chậm 15 phút so với lịch.',
    remedy: 'Đã điều chỉnh giờ giao ca sớm hơn 15 phút.',
  },
  {
    checklist: 'card',
    item: 'worn',
    severity: 'minor',
    text: 'Có công chức chưa đeo thẻ khi làm việc.',
    remedy: 'Đã nhắc nhở, cấp lại thẻ bị hỏng.',
  },
  {
    checklist: 'waiting',
    item: 'seats',
    severity: 'minor',
    text: 'Khu chờ thiếu ghế vào buổi sáng, nước uống hết.',
    remedy: 'Đã kê thêm mười ghế và giao người thay nước hằng giờ.',
  },
  {
    checklist: 'waiting',
    item: 'priority',
    severity: 'serious',
    text: 'Lối đi cho xe lăn bị xe máy chắn.',
    remedy: 'Đã kẻ vạch và cắm biển, bố trí người giữ lối đi.',
  },
  {
    checklist: 'conduct',
    item: 'courtesies',
    severity: 'minor',
    text: 'Hai lượt tiếp chưa chào hỏi và chưa hướng dẫn rõ giấy tờ còn thiếu.',
    remedy: 'Đã tập huấn lại quy tắc ứng xử cho cả bộ phận.',
  },
];

export const EXPLAINED: readonly [string, ...string[]] = [
  'Đơn vị tiếp thu, do thiếu người trong tuần có hai công chức nghỉ chế độ.',
  'Đơn vị nhận thiếu sót và đã giao người khắc phục ngay trong ngày.',
  'Bản niêm yết mới về chậm, đơn vị sẽ theo dõi sát hơn.',
];
