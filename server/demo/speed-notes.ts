import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';

/** What is played at another speed than it happened says so on every chart and export of its units. */
export function speedNotes(
  units: Iterable<string>,
  run: string,
  speed: number,
  from: number,
  to: number,
): SourceEvent[] {
  const text = `Phát nhanh ${speed} lần: thời gian chờ không dùng để đánh giá · played at speed ${speed}: waits are not judged`;
  return [...units].map((unit) => ({
    source: simulatedSource(run),
    id: `${unit}/note`,
    type: 'note.added',
    unit,
    at: from,
    data: { from, to: Math.max(from, to), text },
  }));
}
