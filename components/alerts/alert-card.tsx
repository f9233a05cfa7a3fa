'use client';
import { useTranslations } from 'use-intl';
import type { AlertState } from '../../lib/domain/alerts/alert.ts';
import { alertSentence, alertText } from '../../lib/i18n/alert-text.ts';
import type { Me } from '../../lib/wire/access/account.ts';
import type { AlertLine } from '../../lib/wire/alert-reads.ts';
import { CopiedText } from '../forms/copied-text.tsx';
import { AreaLink } from '../ui/area-link.tsx';
import { SeeThen } from '../ui/see-then.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { AlertActs } from './alert-acts.tsx';
import { AlertHistory } from './alert-history.tsx';
import { useAlertWords } from './use-alert-words.ts';

const TONES: Record<AlertState, Tone> = {
  open: 'urgent',
  taken: 'attention',
  noted: 'attention',
  cleared: 'plain',
  closed: 'plain',
};

const EDGES: Record<Tone, string> = {
  urgent: 'border-l-4 border-l-missed',
  attention: 'border-l-4 border-l-risk',
  silent: 'border-l-4 border-l-quiet [border-left-style:dashed]',
  plain: '',
  met: '',
};

type AlertCardProps = { line: AlertLine; me: Me; onDone: (line: AlertLine) => void };

/** One alert: where, what, since when, who has it; what can be done about it, and what was done. */
export function AlertCard({ line, me, onDone }: AlertCardProps) {
  const t = useTranslations('alerts');
  const words = useAlertWords();
  const { place, what, details, owner } = alertText(line, words);
  const id = `zalo-${line.unit}-${line.alert}`;
  const sentence = alertSentence(line, words, linkTo(line));
  const tone = TONES[line.state];
  return (
    <li className={`rounded-panel border border-line bg-panel px-4 py-3 ${EDGES[tone]}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-semibold wrap-anywhere">
          <AreaLink code={line.unit} className="hover:underline">
            {place}
          </AreaLink>
          {` · ${what}`}
        </p>
        <Tag tone={tone}>{t(`states.${line.state}`)}</Tag>
      </div>
      <p className="mt-0.5 text-small text-ink2">
        {details.join(' · ')} · <span className="font-semibold text-ink">{owner}</span>
        <SeeThen area={line.unit} at={Date.parse(line.raisedAt)} />
      </p>
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <AlertActs line={line} me={me} onDone={onDone} />
        <CopiedText id={id} text={sentence}>
          {t('zalo')}
        </CopiedText>
      </div>
      <AlertHistory line={line} />
    </li>
  );
}

/** Where whoever gets the sentence can look. The list is asked for by the browser, so there is always an address. */
const linkTo = ({ unit }: AlertLine): string =>
  new URL(`/alerts?area=${encodeURIComponent(unit)}`, location.href).href;
