'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApologyAnswer } from '../../lib/wire/apology-acts.ts';
import { ActionLink } from '../admin/action-link.tsx';
import { useDate } from '../admin/use-days.ts';
import { DownloadButton } from '../forms/download-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { draftPathOf } from './apology-row.tsx';
import { ChainStep, type StepState } from './chain-step.tsx';
import { DeliverForm } from './deliver-form.tsx';
import { SignForm } from './sign-form.tsx';
import { useLateness } from './use-lateness.ts';
import { useMoment } from './use-moment.ts';

type ChainStepsProps = {
  apology: ApologyAnswer;
  /** Of the letter, after `/api/v1`. */
  path: string;
  onChange: () => void;
};

/** From the promise that was missed to the one that is kept; what comes next can be done in its place. */
export function ChainSteps({ apology, path, onChange }: ChainStepsProps) {
  const t = useTranslations('apology.page.steps');
  const { may, draftedAt, signedAt, deliveredAt } = apology;
  const at = (done: string | null, before: string | null): StepState =>
    done !== null ? 'done' : before !== null ? 'here' : 'waiting';
  const drafted = at(draftedAt, apology.day);
  const signed = at(signedAt, draftedAt);
  const delivered = at(deliveredAt, signedAt);
  return (
    <Panel title={t('title')}>
      <ol className="mt-2">
        <Origin apology={apology} />
        <ChainStep state={drafted} title={t('drafted')} said={useSaid(apology, 'drafted')} />
        <ChainStep state={signed} title={t('signed')} said={useSaid(apology, 'signed')}>
          {signed === 'done' && <Signature apology={apology} path={path} />}
          {signed === 'here' && may.write && <SignForm apology={apology} path={path} onDone={onChange} />}
          {signed === 'here' && !may.write && t('waitSign')}
        </ChainStep>
        <ChainStep state={delivered} title={t('delivered')} said={useSaid(apology, 'delivered')}>
          {delivered === 'done' && <Channel channel={apology.channel} />}
          {delivered === 'here' && may.write && (
            <DeliverForm apology={apology} path={path} onDone={onChange} />
          )}
          {delivered === 'here' && !may.write && t('waitDeliver')}
        </ChainStep>
        {apology.dossier !== null && <NewDay apology={apology} />}
      </ol>
      {apology.dossier !== null && <p className="text-small text-ink2">{t('never')}</p>}
    </Panel>
  );
}

/** When and by whom a step was done; nothing where it was not. */
function useSaid(
  { steps, timezone }: ApologyAnswer,
  of: ApologyAnswer['steps'][number]['step'],
): string | null {
  const t = useTranslations('apology.page.steps');
  const moment = useMoment();
  const step = steps.find((one) => one.step === of);
  if (!step) return null;
  const { by, at, drafts } = step;
  const who =
    by === null
      ? t('byMachine')
      : by.onBehalfOf === null
        ? (by.name ?? '')
        : t('byFor', { name: by.name ?? '', lender: by.onBehalfOf });
  return [moment(at, timezone), who, drafts > 1 ? t('drafts', { count: drafts }) : '']
    .filter(Boolean)
    .join(' · ');
}

/** What began the chain. */
function Origin({ apology }: { apology: ApologyAnswer }) {
  const t = useTranslations('apology.page.steps');
  const page = useTranslations('apology.page');
  const moment = useMoment();
  const lateness = useLateness();
  const { dossier, rating, suggestion, dueAt, settledAt, timezone } = apology;
  if (dossier !== null) {
    const said = [dueAt && page('due', { moment: moment(dueAt, timezone) }), lateness(apology)].filter(
      Boolean,
    );
    const ahead = settledAt === null && dueAt !== null && Date.parse(dueAt) > Date.now();
    return <ChainStep state="done" title={ahead ? t('owedAhead') : t('owed')} said={said.join(' · ')} />;
  }
  const title = rating !== null ? t('owedRating') : t('owedSuggestion');
  return <ChainStep state="done" title={title} said={rating ?? suggestion} />;
}

function Signature({ apology, path }: { apology: ApologyAnswer; path: string }) {
  const t = useTranslations('apology.page');
  const signatures = useTranslations('apology.page.sign');
  const date = useDate();
  const { documentNo, documentDate, signedBy, signatureKind, signedFile, may } = apology;
  return (
    <div className="grid justify-items-start gap-1">
      <p>
        {documentNo !== null &&
          (documentDate === null
            ? t('steps.documentNoDay', { no: documentNo })
            : t('steps.document', { no: documentNo, day: date(documentDate) }))}
        {signatureKind !== null && ` · ${signatures(signatureKind)}`}
      </p>
      <p>{signedBy === null ? t('steps.signerErased') : t('steps.signer', { name: signedBy })}</p>
      {may.read && signedFile !== null && (
        <DownloadButton path={`${path}/signed-file`}>{t('letter.signedFile')}</DownloadButton>
      )}
    </div>
  );
}

function Channel({ channel }: { channel: string | null }): ReactNode {
  const t = useTranslations('apology.page.channels');
  // Other software may name a way that we have no word for.
  const key = `${channel}` as Parameters<typeof t.has>[0];
  return channel !== null && (t.has(key) ? t(key) : channel);
}

/** The new day, and what became of it. */
function NewDay({ apology }: { apology: ApologyAnswer }) {
  const t = useTranslations('apology.page.steps');
  const moment = useMoment();
  const { state, newDueAt, settledAt, timezone, dossier, unit, may } = apology;
  if (newDueAt === null) return <ChainStep state="none" title={t('promised')} said={t('none')} />;
  const settled = settledAt && moment(settledAt, timezone);
  const pending = t('pending', { moment: moment(newDueAt, timezone) });
  if (state === 'kept')
    return (
      <ChainStep
        state="done"
        title={t('promised')}
        said={`${pending} · ${t('kept', { moment: settled ?? '' })}`}
      />
    );
  if (state !== 'broken')
    return (
      <ChainStep state={state === 'delivered' ? 'here' : 'waiting'} title={t('promised')} said={pending} />
    );
  return (
    <ChainStep
      state="broken"
      title={t('promised')}
      said={`${pending} · ${settled ? t('brokenSettled', { moment: settled }) : t('broken')}`}
    >
      {may.write && dossier !== null && (
        <ActionLink href={draftPathOf(unit, dossier)} look="primary">
          {t('again')}
        </ActionLink>
      )}
    </ChainStep>
  );
}
