'use client';
import { useLocale, useTranslations } from 'use-intl';
import { momentText } from '../../lib/i18n/alert-text.ts';
import { LONGEST_SINCE_MS } from '../../lib/wire/longest-since.ts';
import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import { fullName } from '../board/place-name.ts';
import { CopiedText } from '../forms/copied-text.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { sinceLines } from './since-lines.ts';
import { useSinceTexts } from './use-since-texts.ts';

const ID = 'since-lines';

/** What changed here since the reader's last look, in five lines at most. */
export function SincePanel({ previous }: { previous: string }) {
  const t = useTranslations('since');
  const format = useFormat();
  const { code, timezone: zone, day: today } = useBoard((board) => board.header);
  // Whoever was away for longer reads as far back as anybody does; the day in hand is room for clocks that differ.
  const earliest = Date.now() - LONGEST_SINCE_MS + 86_400_000;
  const from = Date.parse(previous) < earliest ? new Date(earliest).toISOString().slice(0, 10) : null;
  const at = from === null ? previous : `${from}T00:00:00Z`;
  const [state] = useApi<SinceAnswer>(
    `/areas/${encodeURIComponent(code)}/since?at=${encodeURIComponent(at)}`,
  );
  const time = momentText(at, { format, zone, today });
  return (
    <Panel title={t('title')} aside={t('at', { time })}>
      {state.kind === 'failed' && <p className="mt-1 text-small text-ink2">{t('failed')}</p>}
      {state.kind === 'ready' && <Lines answer={state.value} />}
      {state.kind === 'loading' && <div aria-hidden="true" className="mt-2 h-4 w-2/3 rounded bg-grid" />}
    </Panel>
  );
}

function Lines({ answer }: { answer: SinceAnswer }) {
  const t = useTranslations('since');
  const lines = sinceLines(answer);
  const textOf = useSinceTexts(answer);
  const head = useHead(answer);
  if (lines.length === 0) return <p className="mt-1 text-ink2">{t('none')}</p>;
  const texts = lines.map(textOf);
  const copied = [head, ...texts.map((text) => `- ${text}`), linkTo(answer.area)].join('\n');
  return (
    <>
      <ul className="mt-1.5 grid gap-1">
        {lines.map(({ about, href }, index) => (
          <li key={about}>
            <PageLink
              href={href}
              className="hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              <span className="inline-block first-letter:uppercase">{texts[index]}</span>
            </PageLink>
          </li>
        ))}
      </ul>
      <CopiedText id={ID} text={copied} className="mt-2.5">
        {t('copy')}
      </CopiedText>
    </>
  );
}

/** What stands above the lines when they are copied: where, from when to when, and that it is invented. */
function useHead({ since, asOf }: SinceAnswer): string {
  const t = useTranslations('since');
  const locale = useLocale();
  const format = useFormat();
  const header = useBoard((board) => board.header);
  const parts = { format, zone: header.timezone, today: header.day };
  const head = t('head', {
    name: fullName(locale, header),
    from: momentText(since, parts),
    to: momentText(asOf, parts),
  });
  return header.demo ? `[${t('demo')}] ${head}` : head;
}

/** Asked for by the browser, so there is always an address. */
const linkTo = (area: string): string => new URL(`/areas/${encodeURIComponent(area)}`, location.href).href;
