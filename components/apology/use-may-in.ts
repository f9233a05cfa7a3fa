'use client';
import { type ActionName, actionOf } from '../../lib/domain/access/action.ts';
import { useAreas } from '../admin/areas-provider.tsx';
import { useMe } from '../admin/me-provider.tsx';

/** Whether to offer an act in an area: a role that allows it is held there or above. What is done the server decides. */
export function useMayIn(action: ActionName): (area: string) => boolean {
  const { roles } = useMe();
  const { byCode } = useAreas();
  const held = roles.filter(({ role }) => actionOf(action).roles.includes(role));
  return (area) => {
    const line = new Set<string>();
    for (let code: string | null = area; code !== null && !line.has(code); ) {
      line.add(code);
      code = byCode.get(code)?.parent ?? null;
    }
    return held.some((role) => role.area === null || line.has(role.area.code));
  };
}
