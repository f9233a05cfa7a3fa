'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { SessionLine, SessionsAnswer } from '../../lib/wire/access/account.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { agentName } from './agent-name.ts';
import { LoadedList } from './loaded-list.tsx';

/** Where I am signed in, and ending what is not this very place. */
export function SessionsPanel() {
  const t = useTranslations('account');
  const language = useLocale();
  const format = useFormat();
  const [state, reload] = useApi<SessionsAnswer>('/me/sessions');
  const [ending, setEnding] = useState<SessionLine | 'others' | null>(null);
  const sessions = state.kind === 'ready' ? state.value.sessions : [];
  const nameOf = ({ agent, from }: SessionLine): string =>
    `${agentName(agent) ?? t('unknownAgent')}, ${from}`;
  return (
    <Panel
      title={t('sessions')}
      aside={sessions.length > 0 && t('sessionsAside', { count: sessions.length })}
    >
      <LoadedList state={state} reload={reload}>
        <ul className="mt-1 divide-y divide-grid">
          {sessions.map((line) => (
            <li key={line.session} className="flex items-center justify-between gap-3 py-2.5">
              <div className="min-w-0">
                <p className="font-semibold">{agentName(line.agent) ?? t('unknownAgent')}</p>
                <p className="text-small text-ink2">
                  {line.from} · {t('seen', { age: format.age(Date.now() - Date.parse(line.seenAt)) })}
                </p>
              </div>
              {line.current ? (
                <span className="text-small font-semibold whitespace-nowrap text-met">{t('thisOne')}</span>
              ) : (
                <Button aria-label={t('endOf', { name: nameOf(line) })} onClick={() => setEnding(line)}>
                  {t('end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Button className="mt-2" onClick={() => setEnding('others')}>
            {t('endOthers')}
          </Button>
        )}
      </LoadedList>
      {ending && (
        <Confirm
          title={ending === 'others' ? t('endOthersTitle') : t('endTitle', { name: nameOf(ending) })}
          action={t('end')}
          onClose={() => setEnding(null)}
          onConfirm={async () => {
            const path = ending === 'others' ? '/me/sessions' : `/me/sessions/${ending.session}`;
            const sent = await sendJson('DELETE', path, undefined, { language });
            if (sent.ok) reload();
            return sent;
          }}
        >
          {t('endReason')}
        </Confirm>
      )}
    </Panel>
  );
}
