import { z } from 'zod';
import type { ComparedMetric } from '../domain/compared-metric.ts';
import { exclusionEvents } from '../domain/events/exclusion.ts';
import { day } from '../domain/events/place.ts';
import { wholeNumber } from '../domain/events/text.ts';
import { DECISIONS, type Decision } from '../domain/exclusion/decision.ts';
import type { ListAnswer } from './reads.ts';
import { listQuery, pageQuery } from './reads-query.ts';

export const exclusionsQuery = pageQuery.extend({
  from: day.optional().describe('First local day, inclusive. Default: `to`, or today.'),
  to: day.optional().describe('Last local day, inclusive. Default: today.'),
  format: listQuery.shape.format,
});

const asked = exclusionEvents['exclusion.asked'].shape;

/** What somebody asks for: the note, by its seq, and the measures of its unit. */
export const askExclusionRequest = z.strictObject({
  note: wholeNumber(Number.MAX_SAFE_INTEGER),
  metrics: asked.metrics,
  reason: asked.reason,
});

export const decideExclusionRequest = z.strictObject({ decision: z.enum(DECISIONS), reason: asked.reason });

/** A noted period that was asked to be left out of measures of its unit. Instants are ISO 8601. */
export type ExclusionLine = {
  exclusion: string;
  unit: string;
  note: number;
  /** What was noted. */
  text: string;
  fromAt: string;
  toAt: string;
  metrics: ComparedMetric[];
  /** The area above which it is decided. */
  askedIn: string;
  askedAt: string;
  askedBy: string | null;
  /** Told to people alone; null: not told, or erased. */
  reason: string | null;
  decision: Decision | null;
  decidedAt: string | null;
  decidedBy: string | null;
  decidedReason: string | null;
  /** Whether the caller may decide it. */
  mayDecide: boolean;
};

/** `GET …/exclusions`: those that touch the period, the earliest first. `mayAsk`: whether the caller may ask for one here. */
export type ExclusionsAnswer = ListAnswer<ExclusionLine> & { mayAsk: boolean };
