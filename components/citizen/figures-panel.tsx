'use client';
import { useTranslations } from 'use-intl';
import type { PublicFigure } from '../../lib/domain/public-figure.ts';
import type { PublicPageAnswer } from '../../lib/wire/public-page.ts';
import { Panel } from '../ui/panel.tsx';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';

/** PC5: what a leader has published of the last full month, each with its n, its result in words and its rule. */
export function FiguresPanel({ figures }: { figures: NonNullable<PublicPageAnswer['figures']> }) {
  const t = useTranslations('publicPage');
  const [year, month] = figures.month.from.split('-').map(Number);
  return (
    <Panel title={t('figures', { month: `${month}/${year}` })}>
      <ul className="mt-1">
        {figures.told.map((figure) => (
          <FigureItem key={figure.measure} figure={figure} />
        ))}
      </ul>
    </Panel>
  );
}

function FigureItem({ figure: { measure, told, target } }: { figure: PublicFigure }) {
  const t = useTranslations('publicPage');
  const format = useFormat();
  const share = format.target(target.value);
  const source = target.source === 'default' ? t('figureDefault') : target.source;
  return (
    <li className="border-b border-grid py-2 last:border-0">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-medium">
          {t(`figure.${measure}`, { length: format.duration(target.seconds) })}
        </span>
        {told ? (
          <Share share={told.share} of={told.of} className="shrink-0 text-lead font-semibold" />
        ) : (
          <span className="shrink-0 text-ink2">{t('figureFew')}</span>
        )}
      </div>
      {told ? (
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className={told.result === 'met' ? 'font-semibold text-met' : 'font-semibold text-missed'}>
            {t('figureResult', { result: told.result, target: share })}
          </span>
          <span>{t(`figureOf.${measure}`, { n: told.n, of: told.of })}</span>
        </p>
      ) : (
        <p className="text-small text-ink2">{t('figureFewNote')}</p>
      )}
      <p className="mt-0.5 text-small text-ink2 [overflow-wrap:anywhere]">
        {t(`figureRule.${measure}`)} {t('figureTarget', { target: share })} · {source}
      </p>
    </li>
  );
}
