import { readEnvelope } from '../events/envelope.ts';
import type { SourceEvent } from '../events/registry.ts';
import type { Scale } from '../rating-level.ts';
import type { FieldReader } from './field-map.ts';
import { bad, good, type Line, missing, type Read, refused } from './line-fault.ts';
import { filledIn, type ImportUnit, importSource } from './recorded-steps.ts';
import { readRecordedTime } from './recorded-time.ts';

export const RATING_FIELDS = ['rating', 'time', 'level', 'score', 'counter', 'service', 'comment'] as const;
export type RatingField = (typeof RATING_FIELDS)[number];

/** `time` serves files without times: one instant, written like a time in a file. */
export type RatingOptions = { scale: Scale; time: string | null };

/** The one event of a line. `rating` defaults to the number of its line, so a file keeps its ids between runs. */
export function ratingEventOf(
  { line, row }: Line,
  read: FieldReader<RatingField>,
  unit: ImportUnit,
  options: RatingOptions,
): Read<SourceEvent> {
  const rating = read(row, 'rating') || String(line);
  const timeText = read(row, 'time') || options.time;
  if (!timeText) return missing('time');
  const at = readRecordedTime(timeText, unit.timezone, 'time');
  if (!at.ok) return at;
  const value = levelOrScore(read(row, 'level'), read(row, 'score'), options.scale);
  if (!value.ok) return value;
  const event = readEnvelope({
    specversion: '1.0',
    id: `rating:${rating}:time`,
    source: importSource(unit.code),
    type: 'rating.given',
    subject: unit.code,
    time: new Date(at.value).toISOString(),
    data: {
      rating,
      ...value.value,
      ...filledIn((name: RatingField) => read(row, name), 'counter', 'service', 'comment'),
    },
  });
  return event.ok ? good(event.event) : refused(event.refusal);
}

function levelOrScore(
  level: string,
  score: string,
  scale: Scale,
): Read<{ level: string } | { raw: number; scale: Scale }> {
  if (level !== '' && score !== '') {
    return bad(
      'two_values',
      'score',
      'chỉ được có một trong hai cột level, score',
      'only one of level and score may be given',
    );
  }
  if (level !== '') return good({ level });
  if (score === '') return missing('score');
  if (/^[1-5](\.0+)?$/.test(score)) return good({ raw: Number(score), scale });
  return bad(
    'bad_score',
    'score',
    `"${score}" không phải điểm từ 1 đến 5`,
    `"${score}" is no score from 1 to 5`,
  );
}
