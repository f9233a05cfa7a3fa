'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { DossierMeasures } from '../../lib/domain/dossier/dossier-measures.ts';
import type { Share } from '../../lib/domain/wilson.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import type { HandlersAnswer } from '../../lib/wire/dossier-reads.ts';
import { useFormat } from '../ui/use-format.ts';

type SeenBesideProps = Pick<HandlersAnswer, 'acceptWait' | 'visits'> & { measures: DossierMeasures };

/** What stands beside the headline and never improves it: extensions, requests, waits before the clock starts. */
export function SeenBeside({ measures, acceptWait, visits }: SeenBesideProps) {
  const t = useTranslations('dossierDelays');
  const format = useFormat();
  const id = useId();
  const share = ({ share, n, of }: Share, base: 'ofJudged' | 'ofSupplemented'): string =>
    of === 0 ? MISSING : `${format.percent(share)} · ${t(base, { n, of })}`;
  const counted = (n: number, of: number): string => (of === 0 ? MISSING : t('ofSettled', { n, of }));
  const lines: [string, string][] = [
    [t('extended'), share(measures.extendedShare, 'ofJudged')],
    [t('afterExtension'), share(measures.onTimeAfterExtension, 'ofJudged')],
    [t('repeatSupplement'), share(measures.repeatSupplementShare, 'ofSupplemented')],
    [t('lateSupplement'), share(measures.lateSupplementShare, 'ofSupplemented')],
    [
      t('acceptWait'),
      acceptWait.p50Hours === null || acceptWait.p90Hours === null
        ? MISSING
        : t('acceptHours', {
            p50: format.decimal(acceptWait.p50Hours),
            p90: format.decimal(acceptWait.p90Hours),
            n: acceptWait.n,
          }),
    ],
    [t('unaccepted'), format.number(measures.unaccepted)],
    [t('notCollected'), counted(measures.notCollected, measures.settled)],
    [
      t('visits'),
      visits.mean === null
        ? t('visitsNone')
        : t('visitsMean', { mean: format.decimal(visits.mean), n: visits.n, of: visits.of }),
    ],
    [t('continued'), format.number(measures.continued)],
    [t('withdrawnLate'), t('ofWithdrawn', { n: measures.withdrawnLate, of: measures.withdrawn })],
  ];
  return (
    <section aria-labelledby={id} className="lg:col-span-2">
      <h3 id={id} className="text-small font-semibold">
        {t('beside')}
      </h3>
      <p className="text-small text-ink2">{t('besideAbout')}</p>
      <dl className="mt-1 grid gap-x-8 text-small lg:grid-cols-2">
        {lines.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-t border-grid py-1.5">
            <dt className="text-ink2">{name}</dt>
            <dd className="ml-auto text-right font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
