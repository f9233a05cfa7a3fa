'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { WALL_ORDERS, type WallOrder, type WallOrdered } from '../../lib/wire/wall-order.ts';
import { sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';

/** What a wall can be asked for from here, and whether a TV heard it. `path` is the wall's. */
export function WallOrders({ path, name }: { path: string; name: string }) {
  const t = useTranslations('admin.walls');
  const language = useLocale();
  const [said, setSaid] = useState('');
  const ask = async (order: WallOrder): Promise<void> => {
    const sent = await sendJson<WallOrdered>('POST', `${path}/orders`, { order }, { language });
    const heard = sent.ok ? sent.value.heard : 0;
    setSaid(heard > 0 ? t(`ordered.${order}`, { heard }) : t('orderedNobody'));
  };
  return (
    <>
      {WALL_ORDERS.map((order) => (
        <Button key={order} onClick={() => void ask(order)} aria-label={t(`orderOf.${order}`, { name })}>
          {t(`orders.${order}`)}
        </Button>
      ))}
      <span role="status" className="w-full text-small text-ink2">
        {said}
      </span>
    </>
  );
}
