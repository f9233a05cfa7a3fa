import type { LetterKind } from './letter.ts';

/**
 * The form that a letter follows. Mẫu 04 was the "Phiếu xin lỗi và hẹn lại ngày trả kết quả" until Thông tư
 * 03/2025/TT-VPCP; letters about conduct have no numbered form. An office's own template is named by `code`.
 */
type LetterForm = { code: string; mark: string | null };

export const LETTER_FORMS: Record<LetterKind, LetterForm> = {
  late: { code: 'mau-04', mark: 'Mẫu số 04 · Thông tư 03/2025/TT-VPCP' },
  conduct: { code: 'thu-xin-loi', mark: null },
};
