'use client';
import { useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import type { DossierAnswer, DossierStage } from '../../lib/wire/dossier-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useDossierText } from './use-dossier-text.ts';
import { useTick } from './use-tick.ts';

/** F12: who had it at which stage, from when to when, and at which of them it was late. */
export function StagesPanel({ dossier: { stages } }: { dossier: DossierAnswer }) {
  const t = useTranslations('dossierPage');
  return (
    <Panel title={t('stages')}>
      {stages.length === 0 ? (
        <p className="mt-1.5 text-ink2">{t('stageNone')}</p>
      ) : (
        <>
          <ol className="mt-1">
            {stages.map((stage) => (
              <Stage key={`${stage.fromAt} ${stage.handler} ${stage.stage}`} stage={stage} />
            ))}
          </ol>
          <p className="mt-1.5 text-small text-ink2">{t('whose')}</p>
        </>
      )}
    </Panel>
  );
}

function Stage({ stage: { handler, stage, fromAt, toAt, dueAt, late } }: { stage: DossierStage }) {
  const t = useTranslations('dossierPage');
  const unknown = useTranslations('dossierList');
  const text = useDossierText();
  const format = useFormat();
  const now = useTick();
  const stayed = ((toAt === null ? now : Date.parse(toAt)) - Date.parse(fromAt)) / 1000;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b border-grid py-2 last:border-0">
      <div className="min-w-0">
        <span className="font-semibold">
          {handler === null ? unknown('handlerUnknown') : text.place(handler)}
        </span>
        {stage !== null && <span className="text-ink2"> · {stage}</span>}
        <div className="text-small text-ink2">
          {text.moment(fromAt)} – {toAt === null ? t('now') : text.moment(toAt)} · {format.duration(stayed)}
        </div>
      </div>
      <div className="ml-auto text-right text-small">
        {late === null ? (
          <span className="text-ink2">{t('stageNoDue')}</span>
        ) : (
          <>
            <Tag tone={late ? 'urgent' : 'plain'}>{t(late ? 'stageLate' : 'stageOnTime')}</Tag>
            <div className="text-ink2">
              {t('stageDueColumn')}: {dueAt === null ? MISSING : text.promise(dueAt)}
            </div>
          </>
        )}
      </div>
    </li>
  );
}
