'use client';
import { type RefObject, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { PublicFormAnswer, PublicSuggestionMade } from '../../lib/wire/public-form.ts';
import { PhotoField } from '../book/photo-field.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { sendJson } from '../forms/send-json.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';
import { ContactLines } from './contact-lines.tsx';
import { SentReceipt } from './sent-receipt.tsx';

type Sent = PublicSuggestionMade & { above: boolean };

/** What a citizen writes to a unit, on a phone, without signing in. */
export function PublicForm({ first }: { first: PublicFormAnswer }) {
  const t = useTranslations('publicForm');
  const locale = useLocale();
  const [sent, setSent] = useState<Sent | null>(null);
  // Outlives the form: the one for the next page must not begin with a slip that was used.
  const slip = useRef(first.slip);
  const unit = localName(locale, first.area);
  const { hotline, address } = first.area;
  return (
    <>
      <h1 className="text-[22px] font-semibold text-balance [overflow-wrap:anywhere]">
        {t('title', { unit })}
      </h1>
      <p className="mt-1 text-ink2">{t('about')}</p>
      <div className="mt-4 grid gap-3">
        {sent ? (
          <SentReceipt unit={first.area.code} sent={sent} onAgain={() => setSent(null)} />
        ) : (
          <Writing unit={first.area.code} slip={slip} onSent={setSent} />
        )}
        {(hotline !== null || address !== null) && (
          <Panel title={t('contactTitle')}>
            <ContactLines hotline={hotline} address={address} />
          </Panel>
        )}
        <Panel title={t('who')}>
          <ul className="mt-1 grid list-disc gap-1.5 pl-5 text-ink2">
            {(['who1', 'who2', 'who3'] as const).map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}

type WritingProps = { unit: string; slip: RefObject<string>; onSent: (sent: Sent) => void };

function Writing({ unit, slip, onSent }: WritingProps) {
  const t = useTranslations('publicForm');
  const language = useLocale();
  const path = `/public/${encodeURIComponent(unit)}`;
  const photo = useRef<string>(undefined);
  const above = useRef(false);

  const renew = async (): Promise<void> => {
    const renewed = await sendJson<PublicFormAnswer>('GET', path, undefined, { language });
    if (renewed.ok) slip.current = renewed.value.slip;
  };
  const form = useForm<PublicSuggestionMade>({
    path: `${path}/suggestions`,
    body: (values) => {
      above.current = values.checked('above');
      const said = {
        slip: slip.current,
        text: values.text('text'),
        contact: values.optional('contact'),
        photo: photo.current,
        above: above.current,
      };
      // A slip is good for one try: the next is there before it is needed.
      void renew();
      return said;
    },
    onDone: (made) => onSent({ ...made, above: above.current }),
  });
  return (
    <Panel title={t('send')}>
      <Form form={form} label={t('send')} className="mt-3 grid gap-4">
        <TextAreaField name="text" label={t('text')} hint={t('textHint')} rows={6} maxLength={4000} />
        <PhotoField
          onPhoto={(base64) => {
            photo.current = base64;
          }}
        />
        <Field name="contact" label={t('contact')} hint={t('contactHint')} maxLength={300} optional />
        <label className="flex items-start gap-3 rounded-lg border border-line px-3 py-3">
          <input type="checkbox" name="above" className="mt-1 size-5 shrink-0 accent-brand" />
          <span>
            <b className="font-semibold">{t('above')}</b>
            <span className="block text-small text-ink2">{t('aboveHint')}</span>
          </span>
        </label>
        <div className="grid">
          <SubmitButton>{t('send')}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
