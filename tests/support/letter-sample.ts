import { type ApologyLetter, apologyLetter } from '../../lib/domain/apology/letter.ts';

/** Letters as an office sends them to be drafted: everything filled in. */
export const LATE = {
  kind: 'late',
  body: {
    parent: 'Ủy ban nhân dân thành phố An Bình',
    name: 'Ủy ban nhân dân phường An Hòa',
    place: 'An Hòa',
  },
  number: 5,
  symbol: 'UBND-PVHCC',
  signedOn: '2026-11-20',
  recipient: { kind: 'citizen', honorific: 'ba', name: 'Nguyễn Thị Hạnh', address: 'số 12, đường Hoa Sữa' },
  words: 'Chúng tôi xin lỗi Bà.\nViệc này không được lặp lại.',
  signatory: { onBehalf: [{ as: 'KT', of: 'Chủ tịch' }], title: 'Phó Chủ tịch', name: 'Trần Quốc Việt' },
  copies: ['Như trên', 'Lưu: VT'],
  dossier: 'H99.12-261102-0042',
  procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  receivedOn: '2026-11-02',
  promised: { day: '2026-11-17', time: '16:30' },
  state: 'with_handler',
  cause: 'coordination',
  causeNote: 'chưa nhận được ý kiến của cơ quan quản lý quy hoạch.',
  newPromise: { day: '2026-11-24', time: null },
};

export const CONDUCT = {
  kind: 'conduct',
  body: LATE.body,
  recipient: { kind: 'organisation', name: 'Công ty Hoa Sữa', address: null },
  signatory: { title: 'Chủ tịch', name: 'Lê Minh' },
  about: { kind: 'suggestion', page: 7 },
  happenedOn: '2026-01-20',
  happened: 'Công chức nói to tiếng.\nNgười dân phải đi lại hai lần.',
  remedy: 'đã làm việc với công chức có liên quan.',
};

export const letterOf = (given: object): ApologyLetter => apologyLetter.parse(given);
