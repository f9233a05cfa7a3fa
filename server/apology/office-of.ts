import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';

const COMMUNE = /^(phường|xã|thị trấn|đặc khu|quận|huyện|thành phố|tỉnh)\s+/iu;

/** The letterhead that follows from the name of an area, for the first letter: the office corrects it once. */
export function officeOf({
  name,
  label,
  kind,
}: Pick<AreaDefinition, 'name' | 'kind' | 'label'>): ApologyLetter['body'] {
  const full = !label || name.toLowerCase().startsWith(label.toLowerCase()) ? name : `${label} ${name}`;
  const place = full.replace(COMMUNE, '');
  const commune = COMMUNE.exec(full)?.[1]?.toLocaleLowerCase('vi');
  const office = commune
    ? `Ủy ban nhân dân ${commune} ${place}`
    : kind === 'ward'
      ? `Ủy ban nhân dân ${full}`
      : full;
  return { parent: null, name: office, place };
}
