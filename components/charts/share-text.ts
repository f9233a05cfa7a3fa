import type { Format } from '../../lib/i18n/format.ts';

/** "71,4% · 5/7": a share with what it stands on, where only plain text has room. */
export const shareText = (
  format: Format,
  { share, n, of }: { share: number; n: number; of: number },
): string => `${format.percent(share)} · ${format.number(n)}/${format.number(of)}`;
