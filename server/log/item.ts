import type { FoldedEvent, SourceEvent } from '../../lib/domain/events/registry.ts';
import { SERVER, sourceOf } from './actor.ts';
import { canonical, contentHash, splitPersonal } from './content.ts';
import type { Submitter } from './submission.ts';

/** An event ready for the log: personal fields apart, content hashed. */
export type Item<E extends FoldedEvent = SourceEvent> = {
  event: E;
  by: Submitter;
  /** Its data without personal fields, in canonical form. */
  dataText: string;
  personal: Record<string, unknown> | null;
  contentHash: Buffer;
};

/** Sets the personal fields apart and hashes the rest. */
export function itemOf<E extends FoldedEvent>(event: E, by: Submitter): Item<E> {
  const { data, personal: said } = splitPersonal(event.type, event.data);
  // Where somebody sat is personal too; what the server keeps beside an act was told from nowhere.
  const from = by.kind === 'person' && event.source !== sourceOf(SERVER) ? { from: by.from } : null;
  const personal = from ? { ...said, ...from } : said;
  const dataText = canonical(data);
  const hash = contentHash(event.type, event.unit, event.at, dataText);
  return { event, by, dataText, personal, contentHash: hash };
}
