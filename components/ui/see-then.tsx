'use client';
import { useTranslations } from 'use-intl';
import { replayPath } from '../replay/replay-path.ts';
import { useInPast } from './in-past.tsx';
import { useReadsMeasures } from './measures-reader.tsx';
import { PageLink } from './page-link.tsx';

type SeeThenProps = {
  area: string;
  /** The instant. */
  at: number;
  /** What leads there; without it the words for it, with a space before them. */
  children?: string;
};

/** Leads to a past moment of an area. Who may not read it and a picture of the past have the words of `children` alone. */
export function SeeThen({ area, at, children }: SeeThenProps) {
  const t = useTranslations('shell');
  const may = useReadsMeasures();
  const past = useInPast();
  if (!may || past) return children ?? null;
  return (
    <>
      {children === undefined && ' '}
      <PageLink
        href={replayPath({ area, at })}
        className="rounded whitespace-nowrap text-brand underline decoration-line underline-offset-3 hover:decoration-brand pointer-coarse:py-3"
      >
        {children ?? t('seeThen')}
      </PageLink>
    </>
  );
}
