import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { sourceEvents } from '../../lib/domain/events/registry.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { type Actor, sourceOf } from '../log/actor.ts';
import type { Door } from '../log/submission.ts';
import { submitterOf } from '../log/tell-act.ts';

type StepType = 'apology.drafted' | 'apology.signed' | 'apology.delivered';

type Said<T extends StepType> = {
  type: T;
  unit: string;
  /** Epoch ms. */
  at: number;
  data: z.input<(typeof sourceEvents)[T]>;
};

/**
 * Writes a step of the chain into the log as any other event, with the person as its source. What the log refuses comes
 * back as the form's faults.
 */
export async function sayStep<T extends StepType>(
  door: Pick<Door, 'submit'>,
  actor: Actor,
  { type, unit, at, data }: Said<T>,
): Promise<Fault[]> {
  const read = readEnvelope({
    specversion: '1.0',
    id: randomUUID(),
    source: sourceOf(actor),
    type,
    subject: unit,
    time: new Date(at).toISOString(),
    data,
  });
  if (!read.ok) return [faultOf(read.refusal)];
  const [outcome] = await door.submit([read.event], submitterOf(actor));
  return outcome?.status === 'rejected' ? [faultOf(outcome.error)] : [];
}

/** Places in the event that have another name in the form. */
const PLACES: Record<string, string> = { '/data/newDueAt': '/newPromise/day' };

const faultOf = ({ code, pointer }: { code: string; pointer: string }): Fault => ({
  pointer: PLACES[pointer] ?? '',
  rule: code,
});
