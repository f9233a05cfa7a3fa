'use client';
import { useTranslations } from 'use-intl';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { type Areas, useMoment } from './book-words.ts';

type SeenStampProps = {
  line: Pick<SuggestionLine, 'unit' | 'seenAt' | 'seenBy' | 'seenTitle' | 'seenOnBehalfOf'>;
  areas: Areas;
};

/** The mark of whoever confirmed a page: "Đã xem", title, name, whom they act for, the server's time. */
export function SeenStamp({ line, areas }: SeenStampProps) {
  const t = useTranslations('book');
  const moment = useMoment(areas, line.unit);
  if (line.seenAt === null) return null;
  return (
    <div className="inline-block max-w-full rounded-md border-4 border-double border-brand px-3 py-1.5 text-center text-brand sm:-rotate-2">
      <p className="text-lead leading-tight font-bold uppercase">{t('stamp')}</p>
      {line.seenTitle !== null && <p className="text-small font-semibold wrap-anywhere">{line.seenTitle}</p>}
      {line.seenBy !== null && <p className="font-semibold wrap-anywhere">{line.seenBy}</p>}
      {line.seenOnBehalfOf !== null && (
        <p className="text-small wrap-anywhere">{t('onBehalfOf', { name: line.seenOnBehalfOf })}</p>
      )}
      <p className="text-small">
        <time dateTime={line.seenAt}>{moment(line.seenAt)}</time>
      </p>
    </div>
  );
}
