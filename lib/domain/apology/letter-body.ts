import type { LetterKind } from './letter.ts';
import type { FieldLines, LetterField } from './letter-fields.ts';

/** The fixed text of each form, one paragraph each; `{name}` is a field. Facts follow the form, the wording is ours. */
const BODIES: Record<LetterKind, readonly string[]> = {
  late: [
    'Hồ sơ của {xung_ho} đề nghị giải quyết thủ tục hành chính “{thu_tuc}” (mã hồ sơ: {ma_ho_so}) được {co_quan} tiếp nhận {ngay_tiep_nhan}, hẹn trả kết quả vào {ngay_hen_tra}.',
    'Đến nay, hồ sơ {tinh_trang}. Lý do: {nguyen_nhan}.',
    '{loi_xin_loi}',
    '{co_quan} {de_nghi} {ngay_hen_moi}.',
    'Rất mong {xung_ho} thông cảm vì sự chậm trễ này./.',
  ],
  conduct: [
    '{co_quan} đã nhận được {can_cu} của {xung_ho} về việc được phục vụ {ngay_xay_ra}.',
    'Sự việc: {su_viec}',
    '{loi_xin_loi}',
    'Biện pháp khắc phục: {khac_phuc}',
    'Kính mong {xung_ho} thông cảm và tiếp tục góp ý để việc phục vụ ngày một tốt hơn./.',
  ],
};

/** A text with its fields filled in; a field of several lines gives several. */
export const filled = (text: string, fields: FieldLines): string[] =>
  text.replace(/\{(\w+)\}/g, (_, field: LetterField) => fields[field]?.join('\n') ?? '').split('\n');

/** The paragraphs of a letter's body. */
export const bodyParagraphs = (kind: LetterKind, fields: FieldLines): string[] =>
  BODIES[kind].flatMap((text) => filled(text, fields));
