'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { ActionName } from '../../lib/domain/access/action.ts';
import type { Me } from '../../lib/wire/access/account.ts';
import { mayAnywhere } from './sections.ts';

const MeContext = createContext<Me | null>(null);

/** Says to everything inside who is administering. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Who is administering. Throws outside of MeProvider. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('A page of administration stands outside of MeProvider');
  return me;
}

/** Whether to offer an act at all; whether it is allowed there, the server decides. */
export const useMay = (action: ActionName): boolean => mayAnywhere(useMe().roles, action);
