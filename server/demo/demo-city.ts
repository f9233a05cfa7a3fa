/** The invented city of the demonstration. None of these names is a ward's of Viet Nam (a test compares them). */
export const CITY = { code: 'ab', name: 'Thành phố An Bình' };

/** The Public Administration Service Centre: 20 counters. */
export const CENTRE = { code: 'ab-trung-tam', name: 'Trung tâm Phục vụ hành chính công' };

export const DISTRICTS: readonly (readonly [name: string, wards: string])[] = [
  ['Sông Ngân', 'Lưu Hà, Tân Ngọc, Yên Thụy, Mai Thượng, Trung Giang, Quan Ngạn, Vọng Hà, Đô Vọng, Hạ Ngân'],
  ['Hoàn Giang', 'Hoàn Giang, Bồ Châu, Mộc Lan, Liễu Ngạn, Cầu Sậy, Bến Trầm, Đan Hà, Cổ Liễu, Trầm Hương'],
  ['Lâm Kỳ', 'Kỳ Lâm, Thạch Trầm, Phú Hạ, Lâm Ngọc, Kiều Lâm, Tùng Khê, Bạch Khê, Khê Trung, Lạc Khê'],
  [
    'Tây Hồ Vọng',
    'Đông Nhạn, Nam Vĩ, Hồ Vọng, Vọng Thị, Tây Ngạn, Ngọc Trạch, Quế Trạch, Sa Trạch, Cẩm Trạch',
  ],
  ['Bắc Nhạn', 'Vân Ngạn, Nhạn Sơn, Trúc Thượng, Yên Liễu, Hà Trầm, Kim Nhạn, Giao Ngạn, Thanh Nhạn'],
];

/** Wards without a queue: their people are few and are served as they come. */
export const WITHOUT_QUEUE: ReadonlySet<string> = new Set(['Sa Trạch', 'Giao Ngạn', 'Lạc Khê']);

/** A ward without software of its own: its numbers come from the devices that a visitor opens, and from nowhere else. */
export const OF_DEVICES = 'Cổ Liễu';

/** Wards that also open on Saturday morning. */
export const OPEN_ON_SATURDAY: ReadonlySet<string> = new Set([
  'Lưu Hà',
  'Trung Giang',
  'Bồ Châu',
  'Phú Hạ',
  'Hồ Vọng',
  'Kim Nhạn',
]);

/** Services of the whole city with the letter on their tickets, their share of visits and minutes of serving. */
export const SERVICES = [
  { service: 'chung-thuc', letter: 'A', name: 'Chứng thực', nameEn: 'Certification', share: 34, minutes: 8 },
  { service: 'ho-tich', letter: 'B', name: 'Hộ tịch', nameEn: 'Civil status', share: 16, minutes: 12 },
  { service: 'dat-dai', letter: 'C', name: 'Đất đai', nameEn: 'Land', share: 12, minutes: 18 },
  {
    service: 'kinh-doanh',
    letter: 'D',
    name: 'Đăng ký kinh doanh',
    nameEn: 'Business registration',
    share: 8,
    minutes: 10,
  },
  {
    service: 'bao-tro',
    letter: 'E',
    name: 'Bảo trợ xã hội',
    nameEn: 'Social protection',
    share: 10,
    minutes: 9,
  },
  { service: 'tra-ket-qua', letter: 'T', name: 'Trả kết quả', nameEn: 'Results', share: 20, minutes: 4 },
] as const;

/** A name without marks, for codes and English: 'Đông Nhạn' → 'Dong Nhan'. */
export const plainName = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const codeOf = (name: string): string =>
  `${CITY.code}-${plainName(name).toLowerCase().replaceAll(' ', '-')}`;
