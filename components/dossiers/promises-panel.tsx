'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DossierAnswer } from '../../lib/wire/dossier-reads.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { dossierPath } from './dossiers-path.ts';
import { useDossierText } from './use-dossier-text.ts';

/** What was promised: the first date, where a supplement moved it, extensions beside it, and the rule that judges it. */
export function PromisesPanel({ dossier }: { dossier: DossierAnswer }) {
  const t = useTranslations('dossierPage');
  const text = useDossierText();
  const { firstDueAt, dueAt, dueKind, extendedDueAt, extensions, previous, continuedBy, acceptSeconds } =
    dossier;
  const computed = dossier.facts.some(({ kind, data }) => kind === 'due_computed' && data.to === undefined);
  return (
    <Panel title={t('promises')}>
      {dueAt === null || firstDueAt === null || dueKind === null ? (
        <p className="mt-1.5 text-ink2">{t('noDue')}</p>
      ) : (
        <dl className="mt-1">
          <Line title={t('firstDue')} note={t(computed ? 'computed' : 'told')}>
            {text.promise(firstDueAt)}
          </Line>
          {dueAt !== firstDueAt && (
            <Line title={t('movedDue')} note={t('due')}>
              {text.due(dossier)}
            </Line>
          )}
          {extendedDueAt !== null && (
            <Line title={t('extendedDue')} note={t('extensionNote', { count: extensions })}>
              {text.promise(extendedDueAt)}
              {extensions > 1 && (
                <>
                  {' '}
                  <Tag tone="urgent">{t('secondExtension')}</Tag>
                </>
              )}
            </Line>
          )}
          <Line title={t('rule')}>
            <span className="font-normal">{t(`rules.${dueKind}`)}</span>
          </Line>
        </dl>
      )}
      <dl>
        {previous !== null && (
          <Line title={t('previous')} note={t('previousNote')}>
            <Other code={previous} />
          </Line>
        )}
        {continuedBy.length > 0 && (
          <Line title={t('continuedBy')}>
            {continuedBy.map((code) => (
              <div key={code}>
                <Other code={code} />
              </div>
            ))}
          </Line>
        )}
      </dl>
      {acceptSeconds !== null && (
        <p className="mt-1.5 text-small text-ink2">{t('accept', { length: text.work(acceptSeconds) })}</p>
      )}
    </Panel>
  );
}

type LineProps = { title: string; note?: string; children: ReactNode };

const Line = ({ title, note, children }: LineProps) => (
  <div className="flex flex-wrap justify-between gap-x-4 border-b border-grid py-1.5 last:border-0">
    <dt className="text-ink2">{title}</dt>
    <dd className="ml-auto text-right font-semibold">
      {children}
      {note !== undefined && <div className="text-small font-normal text-ink2">{note}</div>}
    </dd>
  </div>
);

function Other({ code }: { code: string }) {
  const area = useBoard((board) => board.header.code);
  return (
    <PageLink
      href={dossierPath(area, code)}
      className="wrap-anywhere text-brand underline decoration-line underline-offset-3"
    >
      {code}
    </PageLink>
  );
}
