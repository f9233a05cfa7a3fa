'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { WallLine } from '../../lib/wire/access/administration.ts';
import { Confirm } from '../forms/confirm.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { useAreaName } from './areas-provider.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { Loaded } from './loaded.tsx';
import { PageHead } from './page-head.tsx';
import { PairWall } from './pair-wall.tsx';

/** Wall displays, each of which opens one view of one area. */
export function WallList() {
  const t = useTranslations('admin.walls');
  const [state, reload] = useApi<{ walls: WallLine[] }>('/admin/walls');
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <PairWall onPaired={reload} />
      <Loaded state={state} reload={reload}>
        {({ walls }) => <Walls walls={walls} onChange={reload} />}
      </Loaded>
    </>
  );
}

function Walls({ walls, onChange }: { walls: readonly WallLine[]; onChange: () => void }) {
  const t = useTranslations('admin.walls');
  const language = useLocale();
  const nameOf = useAreaName();
  const [revoking, setRevoking] = useState<WallLine | null>(null);
  const revoke = async ({ wall }: WallLine) => {
    const sent = await sendJson('DELETE', `/admin/walls/${encodeURIComponent(wall)}`, undefined, {
      language,
    });
    if (sent.ok) onChange();
    return sent;
  };
  const columns: Column<WallLine>[] = [
    {
      key: 'name',
      title: t('name'),
      order: ({ name }) => name,
      cell: ({ name, revoked }) => (
        <>
          <b className="font-semibold">{name}</b> {revoked && <Tag tone="silent">{t('revoked')}</Tag>}
        </>
      ),
    },
    { key: 'area', title: t('area'), order: ({ area }) => nameOf(area), cell: ({ area }) => nameOf(area) },
    { key: 'view', title: t('view'), order: ({ view }) => view, cell: ({ view }) => t(`views.${view}`) },
    {
      key: 'acts',
      title: t('acts'),
      cell: (wall) =>
        !wall.revoked && (
          <Button onClick={() => setRevoking(wall)} aria-label={t('revokeOf', { name: wall.name })}>
            {t('revoke')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ListTable
        label={t('title')}
        // Those that still show something first.
        rows={[...walls].sort((a, b) => Number(a.revoked) - Number(b.revoked))}
        columns={columns}
        keyOf={({ wall }) => wall}
        text={({ name, area }) => `${name} ${nameOf(area)}`}
        find={t('find')}
        empty={<Notice title={t('noneTitle')} reason={t('noneReason')} />}
      />
      {revoking && (
        <Confirm
          title={t('revokeTitle', { name: revoking.name })}
          action={t('revoke')}
          onConfirm={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        >
          {t('revokeReason')}
        </Confirm>
      )}
    </>
  );
}
