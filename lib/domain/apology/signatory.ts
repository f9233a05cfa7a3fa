/** Titles of those who head a body or stand in for its head; "Phó" and "Quyền" stand before them. */
const HEADS = [
  ...['chủ tịch', 'giám đốc', 'thủ trưởng', 'viện trưởng', 'bộ trưởng', 'thứ trưởng', 'cục trưởng'],
  ...['chánh văn phòng', 'chánh thanh tra', 'trưởng', 'người đứng đầu', 'phụ trách'],
];
/** They head a few colleagues and no body. */
const NO_HEADS = ['tổ trưởng', 'nhóm trưởng', 'trưởng nhóm', 'kế toán trưởng'];

/**
 * AL12: an apology is signed by the head of the body or a deputy. A title says so; whether the person holds it, only the
 * office knows.
 */
export function isHeadOrDeputy(title: string): boolean {
  const said = ` ${title
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}]+/gu, ' ')} `;
  const names = (words: readonly string[]): boolean => words.some((word) => said.includes(` ${word} `));
  return names(HEADS) && !names(NO_HEADS);
}
