import { randomUUID } from 'node:crypto';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { AppError } from '../errors.ts';
import { type Actor, sourceOf } from './actor.ts';
import type { Door, Submitter } from './submission.ts';

/** An act of a person on a page: its data were checked by the route, its id and source come with the telling. */
export type Act = Pick<SourceEvent, 'type' | 'unit' | 'at' | 'data'>;

/** Who hands in what an actor does: a person from an address, else the operator of this machine. */
export const submitterOf = (actor: Actor): Submitter =>
  actor.kind === 'person'
    ? { kind: 'person', from: actor.from }
    : actor.kind === 'device'
      ? actor
      : { kind: 'operator' };

/**
 * Writes an act into the log as any other event, with who did it as its source and their address beside the log. `beside`:
 * what the server keeps with it, in the same commit.
 */
export async function tellAct(
  door: Pick<Door, 'submit'>,
  actor: Actor,
  act: Act,
  beside: readonly SourceEvent[] = [],
): Promise<void> {
  // Type and data were paired by whoever calls.
  const event = { ...act, source: sourceOf(actor), id: randomUUID() } as SourceEvent;
  const outcomes = await door.submit([event, ...beside], submitterOf(actor));
  if (outcomes.some(({ status }) => status !== 'stored'))
    throw new AppError('not_storable', `an act was not stored: ${act.type}`);
}
