import { PERSON_SOURCE } from '../../lib/domain/events/person-source.ts';

/** Who did something: the server itself, the operator of this machine, a device, or a person from a network address. */
export type Actor =
  | { kind: 'server' }
  | { kind: 'operator' }
  | { kind: 'device'; device: string }
  | { kind: 'person'; person: string; onBehalfOf: string | null; from: string };

export const SERVER: Actor = { kind: 'server' };
export const OPERATOR: Actor = { kind: 'operator' };

/** A person who acts for nobody else, from a network address. */
export const personFrom = (person: string, from: string): Actor => ({
  kind: 'person',
  person,
  onBehalfOf: null,
  from,
});

/** The actor as the source of an event, which the hash chain covers: `/person/p_1/for/p_2` acted for p_2. */
export function sourceOf(actor: Actor): string {
  if (actor.kind === 'device') return `/device/${actor.device}`;
  if (actor.kind !== 'person') return `/${actor.kind}`;
  return `${PERSON_SOURCE}${actor.person}${actor.onBehalfOf === null ? '' : `/for/${actor.onBehalfOf}`}`;
}

/** The person, and whom that person acted for, of an event's source; null when no person did it. */
export function personOfSource(source: string): { person: string; onBehalfOf: string | null } | null {
  const [, person, onBehalfOf = null] = /^\/person\/([^/]+)(?:\/for\/([^/]+))?$/.exec(source) ?? [];
  return person === undefined ? null : { person, onBehalfOf };
}
