import type { DossierFact, ToldDue } from './dossier-fact.ts';
import { dueOfTold } from './due.ts';

/** F12: a stretch at one handler. `dueAt` is its own inner date; null: none was told. */
export type Stage = {
  handler: string | null;
  stage: string | null;
  fromAt: number;
  toAt: number | null;
  dueAt: number | null;
};

/** F12: the way of a dossier through its handlers, from receipt to settlement. */
export function stagesOf(
  facts: readonly DossierFact[],
  received: DossierFact,
  settledAt: number | null,
  zone: string,
): Stage[] {
  const due = (told: ToldDue | undefined): number | null =>
    told === undefined ? null : dueOfTold(told, zone, received.at).at;
  const stages: Stage[] = [
    {
      handler: received.handler ?? null,
      stage: received.stage ?? null,
      fromAt: received.at,
      toAt: null,
      dueAt: due(received.stageDueAt),
    },
  ];
  for (const fact of facts) {
    if (fact.kind !== 'moved') continue;
    const before = stages.at(-1);
    // What was told of the way before the receipt still says where it went.
    if (before) before.toAt = Math.max(before.fromAt, fact.at);
    stages.push({
      handler: fact.toHandler ?? null,
      stage: fact.stage ?? null,
      fromAt: Math.max(received.at, fact.at),
      toAt: null,
      dueAt: due(fact.stageDueAt),
    });
  }
  const last = stages.at(-1);
  if (last && settledAt !== null) last.toAt = Math.max(last.fromAt, settledAt);
  return stages;
}

/** Whether a stage is or was over its own date at an instant; one without a date is never late. */
export const isStageLate = ({ toAt, dueAt }: Stage, at: number): boolean =>
  dueAt !== null && (toAt ?? at) > dueAt;
