'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { SessionLine } from '../../lib/wire/access/account.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Loaded } from './loaded.tsx';
import { useInstant } from './use-days.ts';

/** Where somebody is signed in, and a way to end all of it. */
export function PersonSessions({ person }: { person: string }) {
  const t = useTranslations('admin.people');
  const language = useLocale();
  const instant = useInstant();
  const path = `/admin/people/${encodeURIComponent(person)}/sessions`;
  const [state, reload] = useApi<{ sessions: SessionLine[] }>(path);
  const [ending, setEnding] = useState(false);
  const endAll = async () => {
    const sent = await sendJson('DELETE', path, undefined, { language });
    if (sent.ok) reload();
    return sent;
  };
  return (
    <Panel title={t('sessions')}>
      <Loaded state={state} reload={reload}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p className="mt-1 text-ink2">{t('noSessions')}</p>
          ) : (
            <>
              <ul className="mt-1">
                {sessions.map(({ session, agent, from, startedAt, seenAt }) => (
                  <li key={session} className="border-b border-grid py-2 last:border-0">
                    <span className="wrap-anywhere">{agent}</span>
                    <span className="block text-small text-ink2">
                      {t('sessionFrom', { from, since: instant(startedAt), seen: instant(seenAt) })}
                    </span>
                  </li>
                ))}
              </ul>
              <Button className="mt-2" onClick={() => setEnding(true)}>
                {t('endSessions')}
              </Button>
            </>
          )
        }
      </Loaded>
      {ending && (
        <Confirm
          title={t('endSessionsTitle')}
          action={t('endSessions')}
          onConfirm={endAll}
          onClose={() => setEnding(false)}
        >
          {t('endSessionsReason')}
        </Confirm>
      )}
    </Panel>
  );
}
