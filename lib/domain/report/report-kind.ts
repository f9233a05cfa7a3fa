/** Periods that a report can be of; a day is the brief of one page. */
export const REPORT_KINDS = ['day', 'month', 'quarter', 'half', 'nineMonths', 'year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What months, quarters and years are made of: those of the calendar, or months of reports (C7). */
export const REPORT_MONTHS = ['calendar', 'reports'] as const;
export type ReportMonths = (typeof REPORT_MONTHS)[number];
