'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import { fullName } from '../board/place-name.ts';
import { CopiedText } from '../forms/copied-text.tsx';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

const ID = 'book-counts';

type BookCountsProps = { answer: SinceAnswer; firstDay: string };

/** How the suggestion books of the area stand: new pages from `firstDay` on, those nobody has seen, and for too long. */
export function BookCounts({ answer, firstDay }: BookCountsProps) {
  const t = useTranslations('bookPanel');
  const format = useFormat();
  const { code, day } = useBoard((board) => board.header);
  const { written, unseen, late } = answer.suggestions;
  const path = `/suggestions?area=${encodeURIComponent(code)}`;
  const counts = [
    { key: 'written', n: written, href: `${path}&from=${firstDay}&to=${day}` },
    { key: 'unseen', n: unseen, href: `${path}&state=unseen` },
    { key: 'late', n: late, href: `${path}&state=unseen` },
  ] as const;
  return (
    <Panel
      title={t('title')}
      aside={
        <PageLink href={path} className="text-brand">
          {t('open')}
        </PageLink>
      }
    >
      <dl className="mt-1.5 grid grid-cols-3 gap-3">
        {counts.map(({ key, n, href }) => (
          <div key={key} className="flex flex-col-reverse justify-end">
            <dt className="text-small text-ink2">{t(key)}</dt>
            <dd className={`text-lg font-semibold ${key === 'late' && n > 0 ? 'text-risk' : ''}`}>
              <PageLink href={href} className="hover:underline" aria-label={`${t(key)}: ${format.number(n)}`}>
                {format.number(n)}
              </PageLink>
            </dd>
          </div>
        ))}
      </dl>
      <ForZalo answer={answer} path={path} />
    </Panel>
  );
}

function ForZalo({ answer: { asOf, suggestions }, path }: { answer: SinceAnswer; path: string }) {
  const t = useTranslations('bookPanel');
  const locale = useLocale();
  const format = useFormat();
  const header = useBoard((board) => board.header);
  const said = t('sentence', {
    name: fullName(locale, header),
    time: format.clock(Date.parse(asOf), header.timezone),
    ...suggestions,
    // Asked for by the browser, so there is always an address.
    link: new URL(path, location.href).href,
  });
  const sentence = header.demo ? `[${t('demo')}] ${said}` : said;
  return (
    <CopiedText id={ID} text={sentence} className="mt-2">
      {t('copy')}
    </CopiedText>
  );
}
