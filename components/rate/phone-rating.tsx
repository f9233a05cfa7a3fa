'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Level } from '../../lib/domain/rating-level.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Asked, RateHere } from '../../lib/wire/device/ratings-given.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, type Sent, sendJson } from '../forms/send-json.ts';
import { publicFormPath } from '../public-form/form-path.ts';
import { Notice } from '../ui/notice.tsx';
import { LevelButtons } from './level-buttons.tsx';
import { ReasonChoice } from './reason-choice.tsx';

/** A little longer than a slip must be old. */
const SLIP_MS = 3_300;

type PhoneRatingProps = {
  asked: Asked;
  /** Where it is sent, behind `/api/v1`, and what goes with it. */
  path: string;
  /** The slip that a sheet's rating comes back with, and where the next one is. */
  slip?: { held: string; counter: string | null; from: string };
  /** This visit is rated already. */
  used?: boolean;
};

/** One rating from a citizen's own phone. */
export function PhoneRating({ asked, path, slip, used = false }: PhoneRatingProps) {
  const t = useTranslations('rate');
  const language = useLocale();
  const [level, setLevel] = useState<Level | null>(null);
  const [sent, setSent] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const unit = localName(language, asked.unit);
  const send = async (reasons: string[]): Promise<void> => {
    const post = (held: string | undefined): Promise<Sent<undefined>> =>
      sendJson(
        'POST',
        path,
        { level, reasons, slip: held, ...(slip?.counter != null && { counter: slip.counter }) },
        { language },
      );
    let answered = await post(slip?.held);
    if (!answered.ok && answered.refusal.code === 'bad_input' && slip) {
      // Too hasty, or left open for hours: a new slip, and the time that it asks for.
      const renewed = await sendJson<RateHere>('GET', slip.from, undefined, { language });
      await new Promise((done) => setTimeout(done, SLIP_MS));
      answered = await post(renewed.ok ? renewed.value.slip : slip.held);
    }
    if (answered.ok) setSent(true);
    else setRefusal(answered.refusal);
  };
  return (
    <>
      <h1 className="text-[22px] font-semibold text-balance">
        {asked.counter === null ? t('askUnit', { unit }) : t('askCounter', { unit, counter: asked.counter })}
      </h1>
      <div className="mt-4 grid gap-4">
        {sent || used ? (
          <Notice title={t(sent ? 'thanks' : 'used')} reason={t(sent ? 'kept' : 'usedReason')} />
        ) : level === null ? (
          <LevelButtons onChoose={setLevel} />
        ) : (
          <>
            <p className="text-lead font-semibold">{t('why')}</p>
            <ReasonChoice asked={asked} level={level} onDone={(reasons) => void send(reasons)} />
          </>
        )}
        <p role="alert" className="font-semibold text-risk">
          {refusal && <RefusalText refusal={refusal} />}
        </p>
        <p className="border-t border-line pt-4 text-ink2">
          {t('aboveNote')}{' '}
          <a
            href={publicFormPath(asked.unit.code)}
            className="font-semibold text-brand underline underline-offset-4"
          >
            {t('aboveLink')}
          </a>
          {asked.hotline !== null && <> {t('hotline', { hotline: asked.hotline })}</>}
        </p>
      </div>
    </>
  );
}
