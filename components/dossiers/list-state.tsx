'use client';
import { useTranslations } from 'use-intl';
import { Answered, type AnsweredProps } from '../forms/answered.tsx';

type ListStateProps<T> = Pick<AnsweredProps<T>, 'state' | 'reload' | 'missing' | 'children'>;

/** What was asked for of dossiers, or that it is on its way, or why it is not there and what to do. */
export function ListState<T>(props: ListStateProps<T>) {
  const t = useTranslations('dossierList');
  const words = {
    deniedTitle: t('deniedTitle'),
    deniedReason: t('deniedReason'),
    failedTitle: t('failedTitle'),
    retry: t('reload'),
  };
  return (
    <Answered
      {...props}
      words={words}
      loading={
        <p role="status" className="rounded-panel border border-line bg-panel px-4 py-6 text-small text-ink2">
          {t('loading')}
        </p>
      }
    />
  );
}
