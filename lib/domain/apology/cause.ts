/** Why a dossier is late; the text stands in the letter after "Lý do:". `other` says nothing by itself. */
export const CAUSES = {
  coordination: 'việc phối hợp giữa các cơ quan có liên quan chưa kịp thời',
  system: 'hệ thống phần mềm hoặc đường truyền gặp sự cố',
  staff: 'chưa bố trí kịp nhân sự giải quyết hồ sơ',
  complex: 'hồ sơ có nội dung phức tạp, cần thêm thời gian thẩm tra, xác minh',
  own_fault: 'thiếu sót của cơ quan trong quá trình giải quyết hồ sơ',
  other: null,
} as const satisfies Record<string, string | null>;

export type Cause = keyof typeof CAUSES;

/** The cause in words, with what the office adds to it; without the full stop that the sentence brings itself. */
export function causeText(cause: Cause, note: string | null): string {
  const added = note?.replaceAll('\n', ' ').replace(/[\s.]+$/, '') ?? '';
  return [CAUSES[cause] ?? '', added].filter((part) => part !== '').join('; cụ thể: ');
}
