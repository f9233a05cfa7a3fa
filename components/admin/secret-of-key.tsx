'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import { CommandText } from '../forms/command-text.tsx';
import { curlLine } from '../forms/curl-line.ts';
import { isInArea, useAreas } from './areas-provider.tsx';
import { SecretOnce } from './secret-once.tsx';

type SecretOfKeyProps = {
  secret: string;
  area: string;
  /** Whether another key like it lives until it is revoked. */
  rotated?: boolean;
};

/** A new key's secret, this once, with a command that tries it on a unit of its area. */
export function SecretOfKey({ secret, area, rotated = false }: SecretOfKeyProps) {
  const t = useTranslations('admin.keys');
  const { list, byCode } = useAreas();
  const [at] = useState(Date.now);
  const unit = list.find((one) => isUnit(one) && isInArea(byCode, one.code, area))?.code;
  const line =
    unit === undefined
      ? null
      : curlLine({
          origin: location.origin,
          secret,
          unit,
          at,
          id: `thu-${at}`,
          source: `/thu/${unit}`,
          type: 'counter.opened',
          data: { counter: '1' },
        });
  return (
    <SecretOnce title={t('made')} reason={rotated ? t('rotatedNote') : t('madeReason')} secret={secret}>
      {line !== null && (
        <div className="mt-4 border-t border-line pt-3">
          <p className="text-small text-ink2">{t('tryIt')}</p>
          <CommandText text={line} />
        </div>
      )}
    </SecretOnce>
  );
}
