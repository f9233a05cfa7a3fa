'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { LinkMade, PersonLine } from '../../lib/wire/access/administration.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { SecretOnce } from './secret-once.tsx';
import { useInstant } from './use-days.ts';

type PersonAccessProps = { person: PersonLine; onChange: () => void };

/** The ways in: a new link, and closing or opening the door altogether. */
export function PersonAccess({ person, onChange }: PersonAccessProps) {
  const t = useTranslations('admin.people');
  const language = useLocale();
  const instant = useInstant();
  const [asking, setAsking] = useState<'link' | 'state' | null>(null);
  const [made, setMade] = useState<LinkMade | null>(null);
  const path = `/admin/people/${encodeURIComponent(person.person)}`;
  const makeLink = async () => {
    const sent = await sendJson<LinkMade>('POST', `${path}/links`, {}, { language });
    if (sent.ok) setMade(sent.value);
    return sent;
  };
  const changeState = async () => {
    const sent = await sendJson('POST', `${path}/state`, { disabled: !person.disabled }, { language });
    if (sent.ok) onChange();
    return sent;
  };
  const link = person.joined ? 'recovery' : 'invitation';
  const door = person.disabled ? 'enable' : 'disable';
  return (
    <Panel title={t('access')}>
      {made && (
        <div className="mt-2">
          <SecretOnce
            title={t(`made.${link}`)}
            reason={t('invitedReason', { until: instant(made.expiresAt) })}
            secret={made.link}
          />
        </div>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {!person.disabled && <Button onClick={() => setAsking('link')}>{t(`make.${link}`)}</Button>}
        <Button onClick={() => setAsking('state')}>{t(`door.${door}`)}</Button>
      </div>
      {asking === 'link' && (
        <Confirm
          title={t(`makeTitle.${link}`, { name: person.name })}
          action={t(`make.${link}`)}
          onConfirm={makeLink}
          onClose={() => setAsking(null)}
        >
          {t(`makeReason.${link}`)}
        </Confirm>
      )}
      {asking === 'state' && (
        <Confirm
          title={t(`doorTitle.${door}`, { name: person.name })}
          action={t(`door.${door}`)}
          onConfirm={changeState}
          onClose={() => setAsking(null)}
        >
          {t(`doorReason.${door}`)}
        </Confirm>
      )}
    </Panel>
  );
}
