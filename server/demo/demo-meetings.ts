import { addDays } from '../../lib/domain/zoned-time.ts';
import type { Definition } from '../log/submission.ts';
import { CITY, codeOf } from './demo-city.ts';

const WARD = codeOf('Lưu Hà');
const MORNING = { fromClock: '08:00', toClock: '11:30' };

/** Questions of a dialogue of three weeks ago: days ahead until each is due, and what was answered. */
const QUESTIONS: readonly { text: string; owner: string; due: number; answer?: string }[] = [
  {
    text: 'Khi nào trả kết quả chứng thực ngay trong buổi?',
    owner: 'Bộ phận Một cửa',
    due: 4,
    answer: 'Từ đầu tháng này, hồ sơ nộp trước 10 giờ được trả trong buổi sáng.',
  },
  { text: 'Đề nghị có quầy riêng cho người chỉ đến nhận kết quả.', owner: 'Chủ tịch UBND phường', due: 12 },
  { text: 'Vì sao máy lấy số hay ngừng đầu giờ chiều?', owner: 'Văn phòng UBND phường', due: -2 },
];

/** Invented reception days of the city and of a ward, and the dialogues of that ward. */
export function demoMeetings(today: string): Definition[] {
  const dialogue = 'demo-doi-thoai';
  return [
    {
      type: 'reception.set',
      data: {
        reception: 'demo-tiep-dan-phuong',
        area: WARD,
        leader: 'Chủ tịch UBND phường',
        place: 'Phòng tiếp công dân, tầng 1',
        when: { kind: 'weekly', weekday: 4 },
        ...MORNING,
        fromDay: addDays(today, -60),
        source: 'Lịch tiếp công dân của phường',
      },
    },
    {
      type: 'reception.set',
      data: {
        reception: 'demo-tiep-dan-thanh-pho',
        area: CITY.code,
        leader: 'Chủ tịch UBND thành phố',
        place: 'Trụ sở tiếp công dân thành phố',
        when: { kind: 'monthly', daysOfMonth: [15] },
        ...MORNING,
        fromDay: addDays(today, -60),
        source: 'Lịch tiếp công dân của thành phố',
      },
    },
    {
      type: 'dialogue.planned',
      data: {
        dialogue,
        area: WARD,
        topic: 'Giải quyết thủ tục tại Bộ phận Một cửa',
        day: addDays(today, -21),
        ...MORNING,
        place: 'Hội trường UBND phường',
      },
    },
    {
      type: 'dialogue.planned',
      data: {
        dialogue: 'demo-doi-thoai-toi',
        area: WARD,
        topic: 'Thủ tục đất đai',
        day: addDays(today, 9),
        ...MORNING,
        place: 'Hội trường UBND phường',
      },
    },
    ...QUESTIONS.flatMap(({ text, owner, due, answer }, index): Definition[] => {
      const asked = { dialogue, area: WARD, question: `demo-y-kien-${index + 1}` };
      const raised: Definition = {
        type: 'dialogue.question_raised',
        data: { ...asked, text, owner, dueDay: addDays(today, due) },
      };
      return answer === undefined
        ? [raised]
        : [raised, { type: 'dialogue.question_answered', data: { ...asked, text: answer } }];
    }),
  ];
}
