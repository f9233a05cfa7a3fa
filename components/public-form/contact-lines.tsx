'use client';
import { useTranslations } from 'use-intl';
import { type AreaContact, dialled } from '../../lib/domain/area-contact.ts';

/** How a citizen reaches a unit. A number is dialled by a touch. */
export function ContactLines({ hotline, address }: AreaContact) {
  const t = useTranslations('publicForm');
  const number = hotline === null ? null : dialled(hotline);
  return (
    <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      {hotline !== null && (
        <>
          <dt className="text-ink2">{t('hotline')}</dt>
          <dd className="[overflow-wrap:anywhere] max-sm:mb-1.5">
            {number === null ? (
              hotline
            ) : (
              <a
                href={`tel:${number}`}
                className="font-semibold text-brand underline underline-offset-3 pointer-coarse:inline-block pointer-coarse:min-h-11 pointer-coarse:py-2.5"
              >
                {hotline}
              </a>
            )}
          </dd>
        </>
      )}
      {address !== null && (
        <>
          <dt className="text-ink2">{t('address')}</dt>
          <dd className="[overflow-wrap:anywhere]">{address}</dd>
        </>
      )}
    </dl>
  );
}
