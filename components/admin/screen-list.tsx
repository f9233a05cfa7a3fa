'use client';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { DeviceLine, WallLine } from '../../lib/wire/access/administration.ts';
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
import { PairDevice } from './pair-device.tsx';
import { PairWall } from './pair-wall.tsx';
import { WallHealth } from './wall-health.tsx';
import { WallOrders } from './wall-orders.tsx';
import { WallSettingsForm } from './wall-settings-form.tsx';

/** A wall or a device, as one list shows them; `path` is what is taken away to revoke it. */
type Screen = {
  path: string;
  name: string;
  area: string;
  kind: WallLine['view'] | DeviceLine['kind'];
  counter: string | null;
  revoked: boolean;
  /** Of a wall alone: how it said that it is. */
  wall: Pick<WallLine, 'wall' | 'seen' | 'distance' | 'settings'> | null;
};

const ofWall = ({ name, area, revoked, view: kind, ...wall }: WallLine): Screen => ({
  name,
  area,
  revoked,
  kind,
  wall,
  counter: null,
  path: `/admin/walls/${encodeURIComponent(wall.wall)}`,
});
const ofDevice = ({ device, ...line }: DeviceLine): Screen => ({
  ...line,
  wall: null,
  path: `/admin/devices/${encodeURIComponent(device)}`,
});

/** Walls tell how they are every minute. */
const LOOK_MS = 20_000;

/** Wall displays and devices, each of which opens one thing of one area, and how walls are. */
export function ScreenList() {
  const t = useTranslations('admin.walls');
  const [walls, reloadWalls] = useApi<{ walls: WallLine[] }>('/admin/walls');
  const [devices, reloadDevices] = useApi<{ devices: DeviceLine[] }>('/admin/devices');
  useEffect(() => {
    const timer = setInterval(reloadWalls, LOOK_MS);
    return () => clearInterval(timer);
  }, [reloadWalls]);
  const reload = (): void => {
    reloadWalls();
    reloadDevices();
  };
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <div className="flex flex-wrap gap-3">
        <PairDevice onPaired={reload} />
        <PairWall onPaired={reload} />
      </div>
      <Loaded state={walls} reload={reload}>
        {(held) => (
          <Loaded state={devices} reload={reload}>
            {(more) => (
              <Screens
                screens={[...held.walls.map(ofWall), ...more.devices.map(ofDevice)]}
                onChange={reload}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function Screens({ screens, onChange }: { screens: readonly Screen[]; onChange: () => void }) {
  const t = useTranslations('admin.walls');
  const admin = useTranslations('admin');
  const language = useLocale();
  const nameOf = useAreaName();
  const [revoking, setRevoking] = useState<Screen | null>(null);
  const [setting, setSetting] = useState<Screen | null>(null);
  const revoke = async ({ path }: Screen) => {
    const sent = await sendJson('DELETE', path, undefined, { language });
    if (sent.ok) onChange();
    return sent;
  };
  const columns: Column<Screen>[] = [
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
    {
      key: 'kind',
      title: t('kind'),
      order: ({ kind }) => t(`kinds.${kind}`),
      cell: ({ kind, counter, wall }) => {
        if (counter !== null) return t('atCounter', { kind: t(`kinds.${kind}`), counter });
        const metres = wall?.settings?.distance ?? wall?.distance;
        return metres ? `${t(`kinds.${kind}`)} · ${t('metres', { metres })}` : t(`kinds.${kind}`);
      },
    },
    {
      key: 'health',
      title: t('health'),
      cell: ({ wall, revoked }) => wall && !revoked && <WallHealth seen={wall.seen} now={Date.now()} />,
    },
    {
      key: 'acts',
      title: t('acts'),
      cell: (screen) =>
        !screen.revoked && (
          <span className="flex flex-wrap gap-2">
            <Button onClick={() => setRevoking(screen)} aria-label={t('revokeOf', { name: screen.name })}>
              {t('revoke')}
            </Button>
            {screen.wall?.seen && <WallOrders path={screen.path} name={screen.name} />}
            {screen.wall && (
              <Button onClick={() => setSetting(screen)} aria-label={t('settingsOf', { name: screen.name })}>
                {t('settings')}
              </Button>
            )}
          </span>
        ),
    },
  ];
  return (
    <>
      {setting?.wall && (
        <section
          key={setting.path}
          aria-label={t('settingsOf', { name: setting.name })}
          className="my-4 max-w-3xl rounded-panel border border-line bg-panel p-4"
        >
          <div className="mb-3 flex items-baseline justify-between gap-3">
            <h2 className="font-semibold">{t('settingsOf', { name: setting.name })}</h2>
            <Button onClick={() => setSetting(null)}>{admin('close')}</Button>
          </div>
          <WallSettingsForm
            wall={setting.wall}
            area={setting.area}
            onDone={() => {
              setSetting(null);
              onChange();
            }}
          />
        </section>
      )}
      <ListTable
        label={t('title')}
        // Those that still show something first.
        rows={[...screens].sort((a, b) => Number(a.revoked) - Number(b.revoked))}
        columns={columns}
        keyOf={({ path }) => path}
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
