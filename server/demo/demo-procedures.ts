import type { ProcedureDefinition } from '../../lib/domain/tree.ts';

type Line = readonly [
  procedure: string,
  sector: string,
  name: string,
  nameEn: string,
  limit: ProcedureDefinition['limit'],
];

const days = (n: number) => ({ kind: 'days', days: n }) as const;
const hours = (n: number) => ({ kind: 'hours', hours: n }) as const;
/** What is received after three is answered on the next working day. */
const SAME_DAY = { kind: 'sameDay', cutOff: '15:00' } as const;

const LINES: readonly Line[] = [
  ['ban-sao', 'chung-thuc', 'Chứng thực bản sao từ bản chính', 'Certified copy of an original', SAME_DAY],
  ['chu-ky', 'chung-thuc', 'Chứng thực chữ ký', 'Certification of a signature', SAME_DAY],
  ['hop-dong', 'chung-thuc', 'Chứng thực hợp đồng, giao dịch', 'Certification of a contract', days(2)],
  ['khai-sinh', 'ho-tich', 'Đăng ký khai sinh', 'Registration of birth', SAME_DAY],
  ['khai-tu', 'ho-tich', 'Đăng ký khai tử', 'Registration of death', SAME_DAY],
  ['ket-hon', 'ho-tich', 'Đăng ký kết hôn', 'Registration of marriage', SAME_DAY],
  ['hon-nhan', 'ho-tich', 'Cấp giấy xác nhận tình trạng hôn nhân', 'Certificate of marital status', days(3)],
  ['trich-luc', 'ho-tich', 'Cấp bản sao trích lục hộ tịch', 'Extract from the civil register', hours(4)],
  ['ho-kinh-doanh', 'kinh-doanh', 'Đăng ký hộ kinh doanh', 'Registration of a household business', days(3)],
  [
    'doi-dang-ky',
    'kinh-doanh',
    'Thay đổi nội dung đăng ký hộ kinh doanh',
    'Change of a registration',
    days(3),
  ],
  ['bien-dong-dat', 'dat-dai', 'Đăng ký biến động đất đai', 'Registration of a change of land use', days(10)],
  ['giay-chung-nhan', 'dat-dai', 'Cấp giấy chứng nhận lần đầu', 'First land-use certificate', days(20)],
  ['tro-cap', 'bao-tro', 'Trợ cấp xã hội hằng tháng', 'Monthly social allowance', days(10)],
  ['mai-tang', 'bao-tro', 'Hỗ trợ chi phí mai táng', 'Support for funeral costs', days(3)],
];

/** Procedures of the demonstration city, each in the sector of one of its services. */
export const demoProcedures = (area: string, effectiveFrom: string): ProcedureDefinition[] =>
  LINES.map(([procedure, sector, name, nameEn, limit]) => ({
    area,
    procedure,
    name,
    nameEn,
    sector,
    limit,
    effectiveFrom,
    source: 'Danh mục thủ tục của số liệu mô phỏng',
  }));
