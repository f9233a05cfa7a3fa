'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { KeyLine, KeyMade } from '../../lib/wire/access/administration.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Notice } from '../ui/notice.tsx';
import { ActionLink } from './action-link.tsx';
import { FilterSelect } from './filter-select.tsx';
import { ListTable } from './list-table.tsx';
import { Loaded } from './loaded.tsx';
import { PageHead } from './page-head.tsx';
import { SecretOfKey } from './secret-of-key.tsx';
import { type KeyAct, useKeyColumns } from './use-key-columns.tsx';
import { useUrlText } from './use-url-text.ts';

/** Keys of machines: what each may, where, and when it was last used. */
export function KeyList() {
  const t = useTranslations('admin.keys');
  const [state, reload] = useApi<{ keys: KeyLine[] }>('/admin/keys');
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={
          <ActionLink href="/admin/keys/new" look="primary">
            {t('make')}
          </ActionLink>
        }
      />
      <Loaded state={state} reload={reload}>
        {({ keys }) => <Keys keys={keys} onChange={reload} />}
      </Loaded>
    </>
  );
}

function Keys({ keys, onChange }: { keys: readonly KeyLine[]; onChange: () => void }) {
  const t = useTranslations('admin.keys');
  const language = useLocale();
  const [state] = useUrlText('state');
  const [asking, setAsking] = useState<KeyAct | null>(null);
  const [made, setMade] = useState<(KeyMade & { of: KeyLine }) | null>(null);
  const columns = useKeyColumns(setAsking);
  // Revoked keys are history; they stand in the list when they are asked for.
  const rows = keys.filter(
    ({ revokedAt }) => state === 'all' || (revokedAt !== null) === (state === 'revoked'),
  );
  const act = async ({ kind, key }: KeyAct) => {
    const path = `/admin/keys/${encodeURIComponent(key.key)}`;
    const sent =
      kind === 'rotate'
        ? await sendJson<KeyMade>('POST', `${path}/rotation`, {}, { language })
        : await sendJson<undefined>('DELETE', path, undefined, { language });
    if (sent.ok) {
      setMade(kind === 'rotate' && sent.value ? { ...sent.value, of: key } : null);
      onChange();
    }
    return sent;
  };
  return (
    <>
      {made && <SecretOfKey key={made.key} secret={made.secret} area={made.of.area} rotated />}
      <ListTable
        label={t('title')}
        rows={rows}
        columns={columns}
        keyOf={({ key }) => key}
        text={({ name, key, area, sources }) => `${name} ${key} ${area} ${sources.join(' ')}`}
        find={t('find')}
        filters={
          <FilterSelect
            name="state"
            label={t('state')}
            any={t('states.live')}
            options={(['revoked', 'all'] as const).map((value) => ({ value, text: t(`states.${value}`) }))}
          />
        }
        empty={<Notice title={t('noneTitle')} reason={t('noneReason')} />}
      />
      {asking && (
        <Confirm
          title={t(`${asking.kind}Title`, { name: asking.key.name })}
          action={t(asking.kind)}
          onConfirm={() => act(asking)}
          onClose={() => setAsking(null)}
        >
          {t(`${asking.kind}Reason`)}
        </Confirm>
      )}
    </>
  );
}
