import type { Envelope, Refusal } from '../../lib/domain/events/envelope.ts';
import { cleanPhoto } from '../book/clean-photo.ts';

const refusal: Refusal = {
  code: 'bad_photo',
  pointer: '/data/photo',
  detail: 'no JPEG, PNG or WebP that can be opened',
};

const photoOf = (envelope: Envelope): string | undefined =>
  envelope.ok && envelope.event.type === 'suggestion.submitted' ? envelope.event.data.photo : undefined;

/** Events whose photos are of our own making: what a source sends is drawn anew before anybody keeps it (N8). */
export async function cleanedPhotos(read: Envelope[]): Promise<Envelope[]> {
  if (!read.some((envelope) => photoOf(envelope) !== undefined)) return read;
  const cleaned: Envelope[] = [];
  for (const envelope of read) cleaned.push(await cleanedOne(envelope));
  return cleaned;
}

async function cleanedOne(envelope: Envelope): Promise<Envelope> {
  if (!envelope.ok || envelope.event.type !== 'suggestion.submitted') return envelope;
  const { event } = envelope;
  if (event.data.photo === undefined) return envelope;
  const photo = await cleanPhoto(event.data.photo);
  return photo === null
    ? { ok: false, id: event.id, refusal }
    : { ok: true, event: { ...event, data: { ...event.data, photo } } };
}
