import type { Envelope, Refusal } from '../../lib/domain/events/envelope.ts';
import type { DomainEvent, SourceEvent } from '../../lib/domain/events/registry.ts';
import { cleanPhoto } from '../book/clean-photo.ts';

const refusal: Refusal = {
  code: 'bad_photo',
  pointer: '/data/photo',
  detail: 'no JPEG, PNG or WebP that can be opened',
};

type WithPhoto = DomainEvent<'suggestion.submitted' | 'inspection.finding_added'>;
const hasPhoto = (event: SourceEvent): event is WithPhoto =>
  event.type === 'suggestion.submitted' || event.type === 'inspection.finding_added';

const photoOf = (envelope: Envelope): string | undefined =>
  envelope.ok && hasPhoto(envelope.event) ? envelope.event.data.photo : undefined;

/** Events whose photos are of our own making: what a source sends is drawn anew before anybody keeps it (N8). */
export async function cleanedPhotos(read: Envelope[]): Promise<Envelope[]> {
  if (!read.some((envelope) => photoOf(envelope) !== undefined)) return read;
  const cleaned: Envelope[] = [];
  for (const envelope of read) cleaned.push(await cleanedOne(envelope));
  return cleaned;
}

async function cleanedOne(envelope: Envelope): Promise<Envelope> {
  const given = photoOf(envelope);
  if (!envelope.ok || given === undefined) return envelope;
  const { event } = envelope;
  const photo = await cleanPhoto(given);
  if (photo === null) return { ok: false, id: event.id, refusal };
  // Of the same type as before, which a spread of a union does not show.
  return { ok: true, event: { ...event, data: { ...event.data, photo } } as SourceEvent };
}
