import type { Period } from '../../lib/domain/period.ts';
import type { ReadContext } from '../read/context.ts';
import type { ExportAbout } from './export-response.ts';

/** Parameters that say how a file comes, not what is in it. */
const OF_THE_WAY: readonly string[] = ['area', 'from', 'to', 'cursor', 'limit', 'format', 'progress'];

/** What a file of an area says of itself. */
export function aboutOf(
  { tree, now }: Pick<ReadContext, 'tree' | 'now'>,
  request: Request,
  list: string,
  area: string | null,
  period: Period | null,
): ExportAbout {
  const asked = [...new URL(request.url).searchParams];
  return {
    list,
    area,
    from: period?.from ?? null,
    to: period?.to ?? null,
    filters: Object.fromEntries(asked.filter(([name]) => !OF_THE_WAY.includes(name))),
    asOf: new Date(now()),
    demo: tree.areas.get(area ?? '')?.demo ?? false,
  };
}
