'use client';
import { useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextLink } from './text-link.tsx';
import { useDays } from './use-days.ts';

/** What I am, where, until when, and on whose behalf. */
export function RolesPanel({ me: { roles, secondFactor } }: { me: Me }) {
  const t = useTranslations('account');
  const word = useTranslations('roles');
  const officer = useTranslations('officer');
  const days = useDays();
  const waits = secondFactor.required && !secondFactor.on;
  return (
    <Panel title={t('roles')}>
      {waits && <Notice tone="attention" title={t('rolesFactor')} reason={t('rolesFactorReason')} />}
      {roles.length === 0 && !waits && <Notice title={t('rolesNone')} reason={t('rolesNoneReason')} />}
      <ul className="mt-1 divide-y divide-grid">
        {roles.map(({ grant, role, area, fromDay, toDay, onBehalfOf }) => (
          <li key={`${grant} ${onBehalfOf?.person ?? ''}`} className="py-2.5 last:pb-0">
            <p className="font-semibold">
              {word(role)} · {area?.name ?? word('everything')}
            </p>
            <p className="text-small text-ink2">
              {onBehalfOf && `${t('lentBy', { name: onBehalfOf.name })} · `}
              {days(fromDay, toDay)}
            </p>
            {role === 'head' && area && (
              <p className="text-small">
                <TextLink href={`/areas/${encodeURIComponent(area.code)}/officers`}>
                  {officer('title')}
                </TextLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
