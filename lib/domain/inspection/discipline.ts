/** A form of discipline of public servants, and the local days on which the law knows it. */
export type DisciplineForm = {
  form: string;
  /** First and last day; null: still in force. */
  from: string;
  to: string | null;
  source: string;
};

const DECREE_2020 = 'Nghị định 112/2020/NĐ-CP, Điều 7';
const DECREE_2025 = 'Nghị định 172/2025/NĐ-CP';
const FROM_2020 = '2020-09-20';
const FROM_2025 = '2025-07-01';

const kept = (form: string): DisciplineForm[] => [
  { form, from: FROM_2020, to: '2025-06-30', source: DECREE_2020 },
  { form, from: FROM_2025, to: null, source: DECREE_2025 },
];
const ended = (form: string): DisciplineForm[] => [
  { form, from: FROM_2020, to: '2025-06-30', source: DECREE_2020 },
];

/** I7: by weight. Lowering of pay and demotion ended with June 2025. The one place to change when the law does. */
export const DISCIPLINE_FORMS: readonly DisciplineForm[] = [
  ...kept('reprimand'),
  ...kept('warning'),
  ...ended('pay_lowered'),
  ...ended('demotion'),
  ...kept('removal'),
  ...kept('dismissal'),
];

/** The codes of all forms, by weight. */
export const FORM_CODES: readonly string[] = [...new Set(DISCIPLINE_FORMS.map(({ form }) => form))];

/** The forms that the law knows on a local day. */
export const formsOn = (day: string): readonly DisciplineForm[] =>
  DISCIPLINE_FORMS.filter(({ from, to }) => from <= day && (to === null || day <= to));

/** Whether the law knows this form on a local day. */
export const isInForce = (form: string, day: string): boolean =>
  formsOn(day).some((one) => one.form === form);
