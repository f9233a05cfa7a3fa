import { randomOf } from './random.ts';
import type { Teller } from './teller.ts';
import type { Block } from './unit-profile.ts';
import { ratingOfVisit } from './visit-rating.ts';

/** Ratings of people who came for a result, linked to their dossier: `perHour` of the block. */
export function tellResultRatings(block: Block, perHour: number, { tell }: Teller): void {
  const { profile, day, fromAt, toAt } = block;
  const random = randomOf(`${block.seed}/${profile.unit}/${day}/${block.block}/results`);
  const meanGapMs = 3_600_000 / perHour;
  let at = fromAt;
  for (let n = 1; ; n++) {
    at -= Math.log(1 - random.next()) * meanGapMs;
    if (at >= toAt) return;
    const rating = `${day}.${block.block}.KQ${String(n).padStart(3, '0')}`;
    const said = ratingOfVisit(random, profile.satisfiedShare, 0);
    const channel = random.chance(0.7) ? 'pad' : 'qr';
    tell('rating.given', at, `${rating}/rating`, {
      rating,
      ...said,
      dossier: `HS-${rating}`,
      phase: 'result',
      channel,
    });
  }
}
