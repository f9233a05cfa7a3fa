'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ROLES, type Role } from '../../lib/domain/access/role.ts';
import type { Policy } from '../../lib/wire/access/administration.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { Loaded } from './loaded.tsx';
import { useMe } from './me-provider.tsx';
import { PageHead } from './page-head.tsx';

/** Which roles need a second factor. */
export function PolicyPage() {
  const t = useTranslations('admin.policy');
  const [state, reload] = useApi<Policy>('/admin/policy');
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <Loaded state={state} reload={reload}>
        {({ totpRequired }) => <RoleLines required={totpRequired} onChange={reload} />}
      </Loaded>
    </>
  );
}

function RoleLines({ required, onChange }: { required: readonly Role[]; onChange: () => void }) {
  const t = useTranslations('admin.policy');
  const roles = useTranslations('roles');
  const language = useLocale();
  const me = useMe();
  const [asking, setAsking] = useState<Role | null>(null);
  const change = async (role: Role) => {
    const body = { role, required: !required.includes(role) };
    const sent = await sendJson('POST', '/admin/policy', body, { language });
    if (sent.ok) onChange();
    return sent;
  };
  // Whoever requires it of the own role without having it is out at once.
  const locksOut = (role: Role): boolean =>
    !me.secondFactor.on && me.roles.some((held) => held.role === role);
  const asked = asking !== null && required.includes(asking) ? 'allow' : 'require';
  return (
    <Panel title={t('roles')}>
      <ul className="mt-1">
        {ROLES.map((role) => {
          const on = required.includes(role);
          return (
            <li
              key={role}
              className="flex items-center justify-between gap-4 border-b border-grid py-2 last:border-0"
            >
              <span className="flex flex-wrap items-center gap-x-3">
                <span className="min-w-36 font-medium">{roles(role)}</span>
                <Tag tone={on ? 'met' : 'plain'}>{on ? t('required') : t('optional')}</Tag>
              </span>
              <Button
                onClick={() => setAsking(role)}
                aria-label={t(on ? 'allowOf' : 'requireOf', { role: roles(role) })}
              >
                {t(on ? 'allow' : 'require')}
              </Button>
            </li>
          );
        })}
      </ul>
      {asking && (
        <Confirm
          title={t(`${asked}Title`, { role: roles(asking) })}
          action={t(asked)}
          onConfirm={() => change(asking)}
          onClose={() => setAsking(null)}
        >
          {t(`${asked}Reason`)}
          {asked === 'require' && locksOut(asking) && (
            <p className="mt-2 font-semibold text-risk">{t('yourself')}</p>
          )}
        </Confirm>
      )}
    </Panel>
  );
}
