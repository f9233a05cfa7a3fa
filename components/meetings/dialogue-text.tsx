'use client';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { DialogueLine } from '../../lib/wire/meeting-reads.ts';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';

/** A dialogue: about what, when and where, or why it is called off. */
export function DialogueText({ line, past = false }: { line: DialogueLine; past?: boolean }) {
  const t = useTranslations('meetings');
  const format = useFormat();
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <p className="font-medium">
        {line.topic}
        {line.from && <span className="font-normal text-ink2"> · {localName(format.locale, line.from)}</span>}{' '}
        {line.calledOff !== null ? (
          <Tag tone="attention">{t('calledOff')}</Tag>
        ) : (
          past && <Tag>{t('past')}</Tag>
        )}
      </p>
      <p className={line.calledOff === null ? '' : 'line-through'}>
        {format.day(line.day)}, {t('hours', { from: line.fromClock, to: line.toClock })} · {line.place}
      </p>
      {line.calledOff !== null && <p className="text-small text-ink2">{line.calledOff}</p>}
    </div>
  );
}
