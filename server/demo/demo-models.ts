import { addDays } from '../../lib/domain/zoned-time.ts';
import type { Definition } from '../log/submission.ts';
import { CENTRE, codeOf } from './demo-city.ts';

/** Days ago that the invented models began: the month's ratings lie on both sides. */
const BEGAN = 12;

/** Two invented models: one of a ward, taken over by its neighbour, and one of the centre. */
export function demoModels(today: string): Definition[] {
  const startDay = addDays(today, -BEGAN);
  return [
    {
      type: 'model.started',
      data: {
        model: 'demo-hen-gio',
        area: codeOf('Lưu Hà'),
        name: 'Hẹn giờ nộp hồ sơ, không phải chờ',
        about: 'Người dân chọn khung giờ qua điện thoại; quầy giữ chỗ 10 phút.',
        metric: 'satisfied',
        startDay,
      },
    },
    {
      type: 'model.adopted',
      data: { model: 'demo-hen-gio', area: codeOf('Tân Ngọc'), startDay: addDays(startDay, 2) },
    },
    {
      type: 'model.started',
      data: {
        model: 'demo-quay-tra',
        area: CENTRE.code,
        name: 'Quầy trả kết quả riêng',
        about: 'Ai chỉ đến nhận kết quả có quầy riêng, không lấy số chung.',
        metric: 'satisfied',
        startDay,
      },
    },
  ];
}
