'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../ui/panel.tsx';
import { DrawTree } from './draw-tree.tsx';
import { PasteTree } from './paste-tree.tsx';

const WAYS = ['draw', 'paste'] as const;

/** The areas of the city: drawn line by line, or pasted from a file. */
export function TreeStep({ units, onDone }: { units: number; onDone: () => void }) {
  const t = useTranslations('start');
  const [way, setWay] = useState<(typeof WAYS)[number]>('draw');
  return (
    <Panel title={t('stepTree')} aside={units > 0 && t('treeDone', { count: units })}>
      <p className="mt-0.5 text-small text-ink2">{t('treeReason')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        aria-label={t('stepTree')}
        className="mt-3 mb-4 inline-flex rounded-lg border border-line p-0.5"
      >
        {WAYS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={way === one}
            onClick={() => setWay(one)}
            className="rounded-md px-3 py-1 text-small font-semibold text-ink2 aria-pressed:bg-brand-soft aria-pressed:text-brand pointer-coarse:min-h-11"
          >
            {t(one)}
          </button>
        ))}
      </div>
      {/* Both stay, so that changing one's mind loses nothing. */}
      <div hidden={way !== 'draw'}>
        <DrawTree onDone={onDone} />
      </div>
      <div hidden={way !== 'paste'}>
        <PasteTree onDone={onDone} />
      </div>
    </Panel>
  );
}
