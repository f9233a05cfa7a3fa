'use client';
import { useTranslations } from 'use-intl';
import type { KeyLine } from '../../lib/wire/access/administration.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { useAreaName } from './areas-provider.tsx';
import type { Column } from './list-table.tsx';
import { useInstant } from './use-days.ts';

export type KeyAct = { kind: 'rotate' | 'revoke'; key: KeyLine };

/** What the list of keys shows of each; `onAct` is called when somebody wants to rotate or revoke one. */
export function useKeyColumns(onAct: (act: KeyAct) => void): Column<KeyLine>[] {
  const t = useTranslations('admin.keys');
  const nameOf = useAreaName();
  const instant = useInstant();
  return [
    {
      key: 'name',
      title: t('name'),
      order: ({ name }) => name,
      cell: ({ name, key, revokedAt }) => (
        <>
          <b className="font-semibold">{name}</b>{' '}
          {revokedAt !== null && <Tag tone="silent">{t('revoked')}</Tag>}
          <code className="block font-mono text-small text-ink2">{key}</code>
        </>
      ),
    },
    {
      key: 'area',
      title: t('area'),
      order: ({ area }) => nameOf(area),
      cell: ({ area }) => nameOf(area),
    },
    {
      key: 'rights',
      title: t('rights'),
      cell: ({ rights, sources, types }) => (
        <>
          {rights.map((right) => t(`right.${right}`)).join(', ')}
          {sources.length > 0 && (
            <span className="block font-mono text-small wrap-anywhere text-ink2">{sources.join(' ')}</span>
          )}
          {types.length > 0 && (
            <span className="block font-mono text-small wrap-anywhere text-ink2">{types.join(' ')}</span>
          )}
        </>
      ),
    },
    {
      key: 'used',
      title: t('lastUsed'),
      order: ({ lastUsedAt }) => (lastUsedAt === null ? null : Date.parse(lastUsedAt)),
      cell: ({ lastUsedAt, createdAt, revokedAt }) => (
        <span className="text-small text-ink2">
          {lastUsedAt === null ? t('neverUsed') : instant(lastUsedAt)}
          <span className="block whitespace-nowrap">
            {revokedAt === null
              ? t('madeAt', { at: instant(createdAt) })
              : t('revokedAt', { at: instant(revokedAt) })}
          </span>
        </span>
      ),
    },
    {
      key: 'acts',
      title: t('acts'),
      cell: (key) =>
        key.revokedAt === null && (
          <span className="flex flex-wrap justify-end gap-1.5">
            <Button
              onClick={() => onAct({ kind: 'rotate', key })}
              aria-label={t('rotateOf', { name: key.name })}
            >
              {t('rotate')}
            </Button>
            <Button
              onClick={() => onAct({ kind: 'revoke', key })}
              aria-label={t('revokeOf', { name: key.name })}
            >
              {t('revoke')}
            </Button>
          </span>
        ),
    },
  ];
}
