import type { Refusal } from '../events/envelope.ts';

/** A line of a file: field names → text as it stands there, trimmed. `line` counts the header as line 1. */
export type Row = Readonly<Record<string, string>>;
export type Line = { line: number; row: Row };

/** Why a line is not taken: a stable code, the column it stands in, and the rule in both languages. */
export type LineFault = { code: string; column: string | null; vi: string; en: string };

export type Read<T> = { ok: true; value: T } | { ok: false; fault: LineFault };

export const good = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const bad = (
  code: string,
  column: string | null,
  vi: string,
  en: string,
): { ok: false; fault: LineFault } => ({
  ok: false,
  fault: { code, column, vi, en },
});

export const missing = (column: string): { ok: false; fault: LineFault } =>
  bad('missing_value', column, `cột ${column} không được để trống`, `column ${column} must not be empty`);

/** What the event schemas refused, said of a line: `column` is the pointer into the event. */
export const refused = ({ code, pointer, detail }: Refusal): { ok: false; fault: LineFault } =>
  bad(
    code,
    pointer || null,
    `giá trị không hợp lệ (${code} ở ${pointer || '/'})`,
    `${code} at ${pointer || '/'}: ${detail}`,
  );
