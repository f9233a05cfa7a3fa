import type { ApologyLetter, LetterKind } from './letter.ts';

/** `settled`: a late letter about what has its result already, so that nothing is appointed anew. */
export type FormName = LetterKind | 'settled';

/**
 * The form that a letter follows. Mẫu 04 was the "Phiếu xin lỗi và hẹn lại ngày trả kết quả" until Thông tư
 * 03/2025/TT-VPCP, and still is a letter that appoints a new day; where there is none to appoint, and for letters about
 * conduct, no form is numbered. An office's own template is named by `code`; `kind` says which fields it has.
 */
type LetterForm = { code: string; mark: string | null; kind: LetterKind };

export const LETTER_FORMS: Record<FormName, LetterForm> = {
  late: { code: 'mau-04', mark: 'Mẫu số 04 · Thông tư 03/2025/TT-VPCP', kind: 'late' },
  settled: { code: 'xin-loi-tra-cham', mark: null, kind: 'late' },
  conduct: { code: 'thu-xin-loi', mark: null, kind: 'conduct' },
};

export const formOf = (letter: ApologyLetter): FormName =>
  letter.kind === 'late' && letter.state === 'settled_late' ? 'settled' : letter.kind;
