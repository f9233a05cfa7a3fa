import { causeText } from './cause.ts';
import type { ApologyLetter, LetterKind } from './letter.ts';
import { formOf, LETTER_FORMS } from './letter-form.ts';
import { addressed, recipientLine, requestText, stateText, titleLines, usualWords } from './letter-words.ts';
import { officialDate, officialMoment, officialNumber } from './official-date.ts';

/**
 * The fields of each kind of letter: true where a letter without it would be incomplete, so that an office's own
 * template must hold it. Named in Vietnamese, since the office's typist reads them as `{{kinh_gui}}`.
 */
const COMMON = {
  mau_so: false,
  co_quan_chu_quan: false,
  co_quan_ban_hanh: true,
  so_ky_hieu: true,
  dia_danh_ngay_thang: true,
  tieu_de: false,
  kinh_gui: true,
  dia_chi: false,
  co_quan: false,
  xung_ho: false,
  loi_xin_loi: true,
  noi_nhan: false,
  quyen_han: false,
  chuc_vu: true,
  ho_ten: true,
};

export const LETTER_FIELDS = {
  late: {
    ...COMMON,
    thu_tuc: true,
    ma_ho_so: true,
    ngay_tiep_nhan: true,
    ngay_hen_tra: true,
    tinh_trang: true,
    nguyen_nhan: true,
    de_nghi: false,
    ngay_hen_moi: true,
  },
  conduct: { ...COMMON, can_cu: true, ngay_xay_ra: true, su_viec: true, khac_phuc: true },
} as const satisfies Record<LetterKind, Record<string, boolean>>;

type CommonField = keyof typeof COMMON;
export type LetterField = keyof typeof LETTER_FIELDS.late | keyof typeof LETTER_FIELDS.conduct;

/** The lines of each field of one kind of letter; a field that the letter does not need has none. */
export type FieldLines = Partial<Record<LetterField, readonly string[]>>;

/** Everything that a letter says beyond the fixed text of its form. */
export function fieldLines(letter: ApologyLetter): FieldLines {
  return { ...commonLines(letter), ...(letter.kind === 'late' ? lateLines(letter) : conductLines(letter)) };
}

function commonLines(letter: ApologyLetter): Record<CommonField, readonly string[]> {
  const { body, recipient, signatory, copies } = letter;
  return {
    mau_so: present(LETTER_FORMS[formOf(letter)].mark),
    co_quan_chu_quan: body.parent === null ? [] : headLines(body.parent),
    co_quan_ban_hanh: headLines(body.name),
    so_ky_hieu: [officialNumber(letter.number, letter.symbol)],
    dia_danh_ngay_thang: [`${body.place}, ${officialDate(letter.signedOn)}`],
    tieu_de: titleLines(letter),
    kinh_gui: [recipientLine(recipient)],
    dia_chi: present(recipient.address),
    co_quan: [body.name],
    xung_ho: [addressed(recipient)],
    loi_xin_loi: (letter.words ?? usualWords(letter)).split('\n'),
    noi_nhan: copies.map(
      (copy, at) => `- ${copy.replace(/[\s.;]+$/, '')}${at < copies.length - 1 ? ';' : '.'}`,
    ),
    quyen_han: signatory.onBehalf.map((role) => `${role.as}. ${capitals(role.of)}`),
    chuc_vu: [capitals(signatory.title)],
    ho_ten: [signatory.name],
  };
}

function lateLines(letter: Extract<ApologyLetter, { kind: 'late' }>): FieldLines {
  return {
    thu_tuc: [letter.procedure],
    ma_ho_so: [letter.dossier],
    ngay_tiep_nhan: [officialDate(letter.receivedOn)],
    ngay_hen_tra: [officialMoment(letter.promised)],
    tinh_trang: [stateText(letter.state)],
    nguyen_nhan: [causeText(letter.cause, letter.causeNote)],
    de_nghi: [requestText(letter.state)],
    ngay_hen_moi: [officialMoment(letter.newPromise)],
  };
}

function conductLines({
  about,
  happenedOn,
  happened,
  remedy,
}: Extract<ApologyLetter, { kind: 'conduct' }>): FieldLines {
  return {
    can_cu: [
      about.kind === 'rating'
        ? `đánh giá mức độ hài lòng (mã ${about.rating})`
        : `ý kiến tại trang số ${String(about.page).padStart(2, '0')} của Sổ góp ý`,
    ],
    ngay_xay_ra: [officialDate(happenedOn)],
    su_viec: happened.split('\n'),
    khac_phuc: remedy.split('\n'),
  };
}

const present = (text: string | null): string[] => (text === null ? [] : [text]);
const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** Capitals of a letterhead that fit on one line. */
const HEAD_LINE = 22;

/** The name of a body in capitals; what is too long for one line is broken where every letterhead breaks it. */
export function headLines(name: string): string[] {
  const head = capitals(name);
  const [, first, rest] =
    /^([ỦU][YỶ] BAN NHÂN DÂN|TRUNG TÂM|BỘ PHẬN TIẾP NHẬN|VĂN PHÒNG) (.+)$/.exec(head) ?? [];
  return head.length > HEAD_LINE && first !== undefined && rest !== undefined ? [first, rest] : [head];
}
