import type { ApologyLetter } from './letter.ts';

type Recipient = ApologyLetter['recipient'];

const HONORIFICS = { ong: 'Ông', ba: 'Bà', ong_ba: 'Ông/Bà' } as const;

/** How the letter addresses its reader in a sentence. */
export const addressed = (recipient: Recipient): string =>
  recipient.kind === 'organisation' ? 'Quý tổ chức' : HONORIFICS[recipient.honorific];

/** After "Kính gửi:". */
export const recipientLine = (recipient: Recipient): string =>
  recipient.kind === 'organisation' ? recipient.name : `${addressed(recipient)} ${recipient.name}`;

/** The usual words of apology. */
export function usualWords(letter: ApologyLetter): string {
  const { body } = letter;
  const reader = addressed(letter.recipient);
  return letter.kind === 'late'
    ? `Sự chậm trễ này ${letter.state === 'will_be_late' ? '' : 'đã '}gây phiền hà, làm mất thời gian, công sức và chi phí của ${reader}. ${body.name} chân thành xin lỗi ${reader}.`
    : `${body.name} nghiêm túc tiếp thu và chân thành xin lỗi ${reader} về thái độ, cách ứng xử chưa đúng mực trong lần phục vụ này.`;
}

const STATES = {
  in_process: 'đang được giải quyết, chưa có kết quả và đã quá thời gian hẹn trả',
  with_handler: 'đang chờ kết quả của cơ quan phối hợp giải quyết và đã quá thời gian hẹn trả',
  will_be_late: 'đang được giải quyết, chưa có kết quả và không kịp thời gian hẹn trả',
  settled_late: 'đã có kết quả, chậm so với thời gian hẹn trả',
} as const;

type LateState = Extract<ApologyLetter, { kind: 'late' }>['state'];

/** After "Đến nay, hồ sơ". */
export const stateText = (state: LateState): string => STATES[state];

/** Between the name of the body and the new day. */
export const requestText = (state: LateState): string =>
  state === 'settled_late'
    ? 'trân trọng mời nhận kết quả từ'
    : 'đề nghị gia hạn thời gian giải quyết hồ sơ và hẹn trả kết quả vào';

/** Lines of the title, broken where the sense pauses. */
export function titleLines(letter: ApologyLetter): string[] {
  if (letter.kind === 'conduct') return ['THƯ XIN LỖI'];
  return letter.state === 'settled_late'
    ? ['VĂN BẢN XIN LỖI', 'VỀ VIỆC TRẢ KẾT QUẢ GIẢI QUYẾT HỒ SƠ CHẬM']
    : ['VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN', 'THỜI GIAN GIẢI QUYẾT'];
}
