'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { HeldRole, LoanLine, LoansAnswer } from '../../lib/wire/access/account.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { LendForm } from './lend-form.tsx';
import { LoadedList } from './loaded-list.tsx';
import { useDays } from './use-days.ts';

/** Roles lent to others for a time, and lending one. Nothing where there is none to lend and none was lent. */
export function LoansPanel({ lendable }: { lendable: readonly HeldRole[] }) {
  const t = useTranslations('account');
  const word = useTranslations('roles');
  const language = useLocale();
  const days = useDays();
  const [state, reload] = useApi<LoansAnswer>('/me/loans');
  const [ending, setEnding] = useState<LoanLine | null>(null);
  const mine = new Set(lendable.map(({ grant }) => grant));
  const lent = state.kind === 'ready' ? state.value.loans.filter(({ grant }) => mine.has(grant)) : [];
  if (lendable.length === 0) return null;
  return (
    <Panel title={t('loans')}>
      <p className="mt-0.5 text-small text-ink2">{t('loansReason')}</p>
      <LoadedList state={state} reload={reload}>
        {lent.length === 0 && <p className="mt-3 text-small text-ink2">{t('noLoans')}</p>}
        <ul className="mt-2 divide-y divide-grid">
          {lent.map((loan) => (
            <li key={loan.loan} className="flex items-center justify-between gap-3 py-2.5">
              <div>
                <p className="font-semibold">{t('toWhom', { name: loan.to.name })}</p>
                <p className="text-small text-ink2">
                  {word(loan.role)} · {loan.area?.name ?? word('everything')} ·{' '}
                  {days(loan.fromDay, loan.toDay)}
                </p>
              </div>
              <Button
                aria-label={t('loanEndOf', { name: t('toWhom', { name: loan.to.name }) })}
                onClick={() => setEnding(loan)}
              >
                {t('loanEnd')}
              </Button>
            </li>
          ))}
        </ul>
      </LoadedList>
      <LendForm lendable={lendable} onLent={reload} />
      {ending && (
        <Confirm
          title={t('loanEndTitle', { name: t('toWhom', { name: ending.to.name }) })}
          action={t('loanEnd')}
          onClose={() => setEnding(null)}
          onConfirm={async () => {
            const sent = await sendJson('DELETE', `/me/loans/${ending.loan}`, undefined, { language });
            if (sent.ok) reload();
            return sent;
          }}
        >
          {t('loanEndReason')}
        </Confirm>
      )}
    </Panel>
  );
}
