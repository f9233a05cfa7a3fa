/** What any JSON of ours holds that looks like a share: where, and why it is none that says what it stands on. */
export function bareShares(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => bareShares(item, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value);
  const stands = isCount(Reflect.get(value, 'n')) && isCount(Reflect.get(value, 'of'));
  return fields.flatMap(([key, held]) => {
    const here = `${at}/${key}`;
    if (typeof held !== 'number') return bareShares(held, here);
    if (COUNTED.test(here)) return [];
    if (/(^share|Share|Rate)$/.test(key) && !stands) return [`${here}: a share without its n`];
    return isPart(held) && !stands && !TARGETS.test(here) ? [`${here}: ${held} is a part of what?`] : [];
  });
}

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
/** Between nothing and all, and neither. */
const isPart = (value: number): boolean => value > 0 && value < 1;
/** How many there are of each kind, whatever the kind is called. */
const COUNTED = /\/byReason\/\w+$/;
/** What is aimed at or set by somebody counts nothing. */
const TARGETS = /\/(target|targets(\/.*)?|value|limit|raiseAt|clearAt|upper|lower)$|\/targets\//;
