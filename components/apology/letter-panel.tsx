'use client';
import { useTranslations } from 'use-intl';
import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import type { ApologyAnswer } from '../../lib/wire/apology-acts.ts';
import { ActionLink } from '../admin/action-link.tsx';
import { DownloadButton } from '../forms/download-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { draftPathOf } from './apology-row.tsx';
import { FactList } from './fact-list.tsx';

/** What the letter says, for whoever may read it, and its files. */
export function LetterPanel({ apology, path }: { apology: ApologyAnswer; path: string }) {
  const t = useTranslations('apology.page.letter');
  const { letter, may, state, unit } = apology;
  return (
    <Panel title={t('title')} aside={letter && (isForm04(letter) ? t('form') : t('noForm'))}>
      {letter ? (
        <>
          <Words letter={letter} />
          <div className="mt-3 flex flex-wrap gap-2">
            <DownloadButton path={`${path}/letter?format=docx`}>{t('word')}</DownloadButton>
            <DownloadButton path={`${path}/letter?format=pdf`}>{t('pdf')}</DownloadButton>
            {state === 'drafted' && may.write && (
              <ActionLink href={draftAgain(unit, apology)}>{t('again')}</ActionLink>
            )}
          </div>
        </>
      ) : (
        <p className="mt-1 text-small text-ink2">{may.read ? t('gone') : t('hidden')}</p>
      )}
    </Panel>
  );
}

const isForm04 = (letter: ApologyLetter): boolean =>
  letter.kind === 'late' && letter.state !== 'settled_late';

/** The page on which the same letter is drafted anew. */
function draftAgain(unit: string, { dossier, rating, suggestion }: ApologyAnswer): string {
  if (dossier !== null) return draftPathOf(unit, dossier);
  const query = new URLSearchParams({ area: unit });
  if (rating !== null) query.set('rating', rating);
  else query.set('suggestion', suggestion ?? '');
  return `/apologies/new?${query}`;
}

function Words({ letter }: { letter: ApologyLetter }) {
  const t = useTranslations('apology.page.letter');
  const fields = useTranslations('apology.fields');
  const causes = useTranslations('apology.causes');
  const { recipient, words, body, signatory } = letter;
  const to = [recipient.name, recipient.address].filter(Boolean).join(', ');
  const late = letter.kind === 'late' ? letter : null;
  const conduct = letter.kind === 'conduct' ? letter : null;
  return (
    <FactList
      facts={[
        [t('to'), to],
        [t('cause'), late && [causes(late.cause), late.causeNote].filter(Boolean).join(': ')],
        [t('happened'), conduct?.happened],
        [t('remedy'), conduct?.remedy],
        [t('words'), words ?? t('usual')],
        [fields('bodyName'), body.name],
        [fields('signatory'), `${signatory.title} ${signatory.name}`],
      ]}
    />
  );
}
