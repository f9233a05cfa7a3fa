'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LENDABLE } from '../../lib/domain/access/role.ts';
import type { Me } from '../../lib/wire/access/account.ts';
import { MyFigures } from '../officers/my-figures.tsx';
import { FactorPanel } from './factor-panel.tsx';
import { LoansPanel } from './loans-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { RolesPanel } from './roles-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SignOut } from './sign-out.tsx';

/** The own account: roles, acting on behalf, password, second factor, where one is signed in. */
export function AccountPage({ me }: { me: Me }) {
  const t = useTranslations('account');
  const router = useRouter();
  const [changes, setChanges] = useState(0);
  // A new password or factor ends sessions, and roles may begin to hold.
  const changed = (): void => {
    setChanges((count) => count + 1);
    router.refresh();
  };
  const lendable = me.roles.filter(({ role, onBehalfOf }) => onBehalfOf === null && LENDABLE.includes(role));
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-[22px] font-semibold">{me.name}</h1>
          <p className="text-ink2">
            {t('signedInAs')} <b className="font-semibold text-ink">{me.login}</b>
            {me.email !== null && ` · ${me.email}`}
          </p>
        </div>
        <SignOut className="rounded-lg border border-line bg-panel px-3 py-1.5 text-small font-semibold hover:border-quiet pointer-coarse:min-h-11">
          {t('signOut')}
        </SignOut>
      </div>
      <div className="mt-5 grid items-start gap-3 lg:grid-cols-2">
        <div className="grid gap-3">
          <RolesPanel me={me} />
          <MyFigures />
          <LoansPanel lendable={lendable} />
          <SessionsPanel key={changes} />
        </div>
        <div className="grid gap-3">
          <FactorPanel factor={me.secondFactor} onChange={changed} />
          <PasswordPanel login={me.login} onChange={changed} />
        </div>
      </div>
    </>
  );
}
