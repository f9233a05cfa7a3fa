'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import { CopyButton } from '../forms/copy-button.tsx';
import { useAreas } from './areas-provider.tsx';
import { curlLine } from './curl-line.ts';
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
  const id = useId();
  const { list, byCode } = useAreas();
  const [at] = useState(Date.now);
  const isBelow = (code: string | null): boolean =>
    code !== null && (code === area || isBelow(byCode.get(code)?.parent ?? null));
  const unit = list.find((one) => isUnit(one) && isBelow(one.code))?.code;
  const line = unit === undefined ? null : curlLine({ origin: location.origin, secret, unit, at });
  return (
    <SecretOnce title={t('made')} reason={rotated ? t('rotatedNote') : t('madeReason')} secret={secret}>
      {line !== null && (
        <div className="mt-4 border-t border-line pt-3">
          <p className="text-small text-ink2">{t('tryIt')}</p>
          <pre
            id={id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, which keys must reach
            tabIndex={0}
            className="my-2 overflow-x-auto rounded-md border border-line bg-bg px-3 py-2 font-mono text-[13px]"
          >
            {line}
          </pre>
          <CopyButton text={line} from={id} />
        </div>
      )}
    </SecretOnce>
  );
}
