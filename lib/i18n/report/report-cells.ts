import { type Format, MISSING } from '../format.ts';

/**
 * A cell of a report: how it reads, and the number behind it where it is one. Paper and page show the text, a workbook
 * the number in the style. Shares are 0–1, lengths seconds.
 */
export type ReportCell = {
  text: string;
  value: number | null;
  style: 'text' | 'count' | 'share' | 'length' | 'decimal';
  /** Of a share of cases: how many; its row says the same number (W4). */
  of?: number;
};

export type Cells = {
  text(text: string): ReportCell;
  count(value: number | null): ReportCell;
  share(value: number | null, of: number): ReportCell;
  /** A target or the bound of an interval: a share of no cases. */
  level(value: number | null): ReportCell;
  /** Seconds. */
  length(value: number | null): ReportCell;
  decimal(value: number | null): ReportCell;
};

/** Cells as a reader of one language reads them; what is not known is "—" (B1). */
export function cellsOf(format: Format): Cells {
  const one = new Intl.NumberFormat(format.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    text: (text) => ({ text, value: null, style: 'text' }),
    count: (value) => ({ text: format.number(value), value, style: 'count' }),
    share: (value, of) => ({ text: format.percent(value), value, style: 'share', of }),
    level: (value) => ({ text: format.percent(value), value, style: 'share' }),
    length: (value) => ({ text: format.duration(value), value, style: 'length' }),
    decimal: (value) => ({ text: value === null ? MISSING : one.format(value), value, style: 'decimal' }),
  };
}
