import { expect, test } from 'vitest';
import { apologyLetter } from '../../lib/domain/apology/letter.ts';
import { bodyParagraphs } from '../../lib/domain/apology/letter-body.ts';
import { fieldLines } from '../../lib/domain/apology/letter-fields.ts';
import { formOf, LETTER_FORMS } from '../../lib/domain/apology/letter-form.ts';
import { officialDate, officialMoment, officialNumber } from '../../lib/domain/apology/official-date.ts';
import { faultsOfInput } from '../../server/http/bad-input.ts';
import { CONDUCT, LATE, letterOf } from '../support/letter-sample.ts';

/** `/pointer rule` of everything that a draft breaks. */
function faultsOf(given: object): string[] {
  const read = apologyLetter.safeParse(given, { reportInput: true });
  return read.success ? [] : faultsOfInput(read.error).map(({ pointer, rule }) => `${pointer} ${rule}`);
}

const bodyOf = (given: object): string[] => {
  const letter = letterOf(given);
  return bodyParagraphs(letter.kind, fieldLines(letter));
};

const without = (given: object, field: string): object =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name !== field));

test.each([
  ...[
    'body',
    'recipient',
    'signatory',
    'dossier',
    'procedure',
    'receivedOn',
    'promised',
    'state',
    'cause',
  ].map((field) => [LATE, field] as const),
  [LATE, 'newPromise'] as const,
  ...['about', 'happenedOn', 'happened', 'remedy'].map((field) => [CONDUCT, field] as const),
])('AL1: a letter without a required field is refused with its name (%#)', (letter, field) => {
  const faults = faultsOf(without(letter, field));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^/${field} (required|bad_value)$`));
});

test.each([
  [{ ...LATE, promised: { day: '2026-11-01' } }, '/promised/day promised_before_received'],
  [{ ...LATE, newPromise: { day: '2026-11-16' } }, '/newPromise/day new_promise_not_later'],
  [{ ...LATE, newPromise: { day: '2026-11-17', time: '16:30' } }, '/newPromise/day new_promise_not_later'],
  [{ ...LATE, newPromise: { day: '2026-11-19' } }, '/newPromise/day new_promise_before_letter'],
  [{ ...LATE, promised: { day: '2026-11-17', time: '24:00' } }, '/promised/time bad_clock_time'],
  [{ ...LATE, receivedOn: '2026-02-30' }, '/receivedOn bad_value'],
  [{ ...LATE, cause: 'other', causeNote: null }, '/causeNote required'],
  [{ ...LATE, dossier: '\u200b \n' }, '/dossier required'],
  [{ ...LATE, procedure: 'x'.repeat(501) }, '/procedure too_big'],
  [{ ...LATE, words: 'xin lỗi 😀' }, '/words not_printable'],
  [{ ...LATE, words: 'xin lỗi {{ho_ten}}' }, '/words not_printable'],
  [{ ...LATE, words: 'xin\u0000lỗi' }, '/words nul_character'],
  [{ ...LATE, words: '\ud800' }, '/words lone_surrogate'],
  [{ ...LATE, symbol: 'UBND/VP' }, '/symbol bad_symbol'],
  [{ ...LATE, number: 0 }, '/number too_small'],
  [{ ...LATE, sign: true }, '/sign unknown_field'],
  [{ ...CONDUCT, about: { kind: 'suggestion', page: 0 } }, '/about/page too_small'],
])('AL1: every fault is named by its field and rule (%#)', (letter, fault) => {
  expect(faultsOf(letter)).toEqual([fault]);
});

test('AL2: number, symbol, day, words and address may wait', () => {
  const later = { number: null, symbol: null, signedOn: null, words: null };
  expect(faultsOf({ ...LATE, ...later, recipient: { kind: 'citizen', name: 'Lê Minh' } })).toEqual([]);
});

test('AL3: dates are written as in letters of state', () => {
  expect(officialDate('2026-11-24')).toBe('ngày 24 tháng 11 năm 2026');
  expect(officialDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
  expect(officialDate('2026-03-10')).toBe('ngày 10 tháng 3 năm 2026');
  expect(officialDate(null)).toMatch(/^ngày \u00a0+ tháng \u00a0+ năm \u00a0+$/);
  expect(officialMoment({ day: '2026-11-17', time: '07:05' })).toBe(
    '7\u00a0giờ\u00a005, ngày 17 tháng 11 năm 2026',
  );
  expect(officialMoment({ day: '2026-11-17', time: '16:00' })).toBe('16\u00a0giờ, ngày 17 tháng 11 năm 2026');
  expect(officialNumber(5, 'UBND-VP')).toBe('05/UBND-VP');
  expect(officialNumber(null, null)).toMatch(/^\u00a0+\/\u00a0+$/);
});

test('AL4: a late dossier is named with procedure, code, days, state and cause, and asks for the new day', () => {
  expect(bodyOf({ ...LATE, words: null })).toEqual([
    'Hồ sơ của Bà đề nghị giải quyết thủ tục hành chính “Cấp giấy phép xây dựng nhà ở riêng lẻ” (mã hồ sơ: H99.12-261102-0042) được Ủy ban nhân dân phường An Hòa tiếp nhận ngày 02 tháng 11 năm 2026, hẹn trả kết quả vào 16\u00a0giờ\u00a030, ngày 17 tháng 11 năm 2026.',
    'Đến nay, hồ sơ đang chờ kết quả của cơ quan phối hợp giải quyết và đã quá thời gian hẹn trả. Lý do: việc phối hợp giữa các cơ quan có liên quan chưa kịp thời; cụ thể: chưa nhận được ý kiến của cơ quan quản lý quy hoạch.',
    'Sự chậm trễ này đã gây phiền hà, làm mất thời gian, công sức và chi phí của Bà. Ủy ban nhân dân phường An Hòa chân thành xin lỗi Bà.',
    'Ủy ban nhân dân phường An Hòa đề nghị gia hạn thời gian giải quyết hồ sơ và hẹn trả kết quả vào ngày 24 tháng 11 năm 2026.',
    'Rất mong Bà thông cảm vì sự chậm trễ này./.',
  ]);
});

test('AL4: a dossier settled late asks for no extension, neither in its title nor in its body', () => {
  const given = { ...LATE, state: 'settled_late', cause: 'other', causeNote: 'mất điện.' };
  const text = [...bodyOf(given), ...(fieldLines(letterOf(given)).tieu_de ?? [])].join('\n');
  expect(text).not.toMatch(/gia hạn/i);
  expect(text).toContain('Lý do: mất điện.');
  expect(text).toContain('mời nhận kết quả từ ngày 24 tháng 11 năm 2026.');
});

test('AL18: Mẫu 04 stands on a letter that appoints a new day, and on no other', () => {
  const marks = [LATE, { ...LATE, state: 'will_be_late' }, { ...LATE, state: 'settled_late' }, CONDUCT].map(
    (given) => fieldLines(letterOf(given)).mau_so?.length,
  );
  expect(marks).toEqual([1, 1, 0, 0]);
  expect(LETTER_FORMS[formOf(letterOf({ ...LATE, state: 'settled_late' }))].code).toBe('xin-loi-tra-cham');
});

test('AL4, AL16: what is not late yet says that it will be, and does not say that it is', () => {
  const text = bodyOf({ ...LATE, state: 'will_be_late', words: null }).join('\n');
  expect(text).toContain('chưa có kết quả và không kịp thời gian hẹn trả');
  expect(text).not.toMatch(/đã quá|đã gây/);
  expect(text).toContain('đề nghị gia hạn');
});

test('AL5: an apology for conduct says what told us of it, what happened and what is done', () => {
  expect(bodyOf(CONDUCT)).toEqual([
    'Ủy ban nhân dân phường An Hòa đã nhận được ý kiến tại trang số 07 của Sổ góp ý của Quý tổ chức về việc được phục vụ ngày 20 tháng 01 năm 2026.',
    'Sự việc: Công chức nói to tiếng.',
    'Người dân phải đi lại hai lần.',
    'Ủy ban nhân dân phường An Hòa nghiêm túc tiếp thu và chân thành xin lỗi Quý tổ chức về thái độ, cách ứng xử chưa đúng mực trong lần phục vụ này.',
    'Biện pháp khắc phục: đã làm việc với công chức có liên quan.',
    'Kính mong Quý tổ chức thông cảm và tiếp tục góp ý để việc phục vụ ngày một tốt hơn./.',
  ]);
  expect(bodyOf({ ...CONDUCT, about: { kind: 'rating', rating: 'r-17' } })[0]).toContain(
    'đánh giá mức độ hài lòng (mã r-17)',
  );
});

test('AL6: letterhead, recipients and signature are set as a typist sets them', () => {
  const fields = fieldLines(
    letterOf({ ...LATE, copies: ['Như trên;', 'Chủ tịch (để báo cáo)', 'Lưu: VT.'] }),
  );
  expect(fields.co_quan_ban_hanh).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG AN HÒA']);
  expect(fields.noi_nhan).toEqual(['- Như trên;', '- Chủ tịch (để báo cáo);', '- Lưu: VT.']);
  expect(fields.quyen_han).toEqual(['KT. CHỦ TỊCH']);
  expect(fields.chuc_vu).toEqual(['PHÓ CHỦ TỊCH']);
  const centre = { ...LATE.body, parent: null, name: 'Trung tâm Phục vụ hành chính công' };
  expect(fieldLines(letterOf({ ...LATE, body: centre })).co_quan_ban_hanh).toEqual([
    'TRUNG TÂM',
    'PHỤC VỤ HÀNH CHÍNH CÔNG',
  ]);
});
