'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditLine, NamedPerson } from '../../lib/wire/access/administration.ts';
import { useAuditSentence } from './use-audit-sentence.ts';
import { useInstant } from './use-days.ts';

/** One act as a sentence: when, who, for whom, what, where from; what the log says word for word can be opened. */
export function AuditEntry({ line }: { line: AuditLine }) {
  const t = useTranslations('audit');
  const sentence = useAuditSentence();
  const instant = useInstant();
  return (
    <li className="grid gap-x-4 border-b border-grid py-2 last:border-0 sm:grid-cols-[9.5rem_1fr_auto]">
      <span className="text-small text-ink2">
        <time dateTime={line.at}>{instant(line.at)}</time>
        {line.from !== null && <span className="block">{t('fromAddress', { address: line.from })}</span>}
      </span>
      <p className="min-w-0 wrap-anywhere">
        <b className="font-semibold">
          <Author line={line} />
        </b>
        {line.onBehalfOf && (
          <>
            {' '}
            {t('for')} <Person of={line.onBehalfOf} />
          </>
        )}
        {': '}
        {sentence(line)}
      </p>
      <details className="min-w-0 text-small text-ink2 sm:open:col-span-2 sm:open:col-start-2">
        <summary className="inline-flex min-h-6 cursor-pointer items-center hover:text-ink pointer-coarse:min-h-11">
          {t('details')}
        </summary>
        <code className="block font-mono wrap-anywhere">
          #{line.seq} {line.type} {JSON.stringify(line.data)}
        </code>
      </details>
    </li>
  );
}

function Author({ line: { by } }: { line: AuditLine }): ReactNode {
  const t = useTranslations('audit');
  return by.kind === 'person' ? <Person of={by} /> : t(`by.${by.kind}`);
}

/** A person leads to everything that concerns them. */
function Person({ of }: { of: NamedPerson | null }) {
  const t = useTranslations('audit');
  if (of === null) return null;
  const name = of.name === null ? of.person : of.name === '' ? t('erasedName') : of.name;
  return (
    <Link
      href={`/admin/audit?person=${encodeURIComponent(of.person)}`}
      prefetch={false}
      className="hover:underline"
    >
      {name}
    </Link>
  );
}
