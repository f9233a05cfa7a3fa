'use client';
import type { ActionName } from '../../lib/domain/access/action.ts';
import { useAreas } from '../admin/areas-provider.tsx';
import { useMe } from '../admin/me-provider.tsx';
import { mayIn } from '../admin/sections.ts';

/** Whether to offer an act in an area: a role that allows it is held there or above. What is done the server decides. */
export function useMayIn(action: ActionName): (area: string) => boolean {
  const { roles } = useMe();
  const { byCode } = useAreas();
  return (area) => {
    const line: string[] = [];
    for (let code: string | null = area; code !== null && !line.includes(code); ) {
      line.push(code);
      code = byCode.get(code)?.parent ?? null;
    }
    return mayIn(roles, action, line);
  };
}
