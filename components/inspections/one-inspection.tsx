'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { useAreaName } from '../admin/areas-provider.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { FactList } from '../apology/fact-list.tsx';
import { useMayIn } from '../apology/use-may-in.ts';
import { AnsweredList } from '../forms/answered-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { MeasuresReader } from '../ui/measures-reader.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { SeeThen } from '../ui/see-then.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { InspectionActs } from './inspection-acts.tsx';
import { InspectionSteps } from './inspection-steps.tsx';
import { InspectionTags } from './inspection-tags.tsx';
import { inspectionApiPath, inspectionPath, minutesPdfPath } from './inspections-path.ts';
import { PicturePanel } from './picture-panel.tsx';
import { useInspectionWords } from './use-inspection-words.ts';

const LINK =
  'mt-1.5 inline-flex items-center font-semibold text-brand hover:underline pointer-coarse:min-h-11';

/** One inspection: what was found, what the unit says to it, and what the reader can do now. */
export function OneInspection({ unit, inspection }: { unit: string; inspection: string }) {
  const t = useTranslations('inspections');
  const nameOf = useAreaName();
  const [state, reload] = useApi<InspectionAnswer>(inspectionApiPath(unit, inspection));
  const [changed, setChanged] = useState<InspectionAnswer | null>(null);
  return (
    <>
      <PageHead
        above={
          <PageLink href={`/inspections?area=${encodeURIComponent(unit)}`} className={LINK}>
            ‹ {t('back')}
          </PageLink>
        }
        title={nameOf(unit)}
      />
      <AnsweredList theme="inspections" state={state} reload={reload}>
        {(read) => {
          const held = changed ?? read;
          return (
            <>
              <Facts inspection={held} />
              <InspectionActs inspection={held} onDone={setChanged} />
              <FindingsPanel inspection={held} />
              <PicturePanel inspection={held} />
              <InspectionSteps inspection={held} />
            </>
          );
        }}
      </AnsweredList>
    </>
  );
}

function Facts({ inspection }: { inspection: InspectionAnswer }) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const language = useLocale();
  const { moment, formName } = useInspectionWords(inspection.unit);
  const { minutes, discipline, announcedAt, openedAt, plannedDay } = inspection;
  const facts = [
    [t('team'), inspection.team],
    [t('plannedDay'), plannedDay === null ? null : format.day(plannedDay)],
    [t('openedAt'), openedAt === null ? null : <Opened key="opened" unit={inspection.unit} at={openedAt} />],
    [t('announcedAt'), announcedAt === null ? null : moment(announcedAt)],
    [
      t('minutes'),
      minutes && t('minutesNo', { no: minutes.documentNo ?? '—', day: format.day(minutes.documentDate) }),
    ],
    [
      t('discipline'),
      discipline
        .map(
          ({ form, people, inForce }) =>
            `${formName(form)}: ${format.number(people)}${inForce ? '' : ` (${t('notInForce')})`}`,
        )
        .join(' · '),
    ],
  ] as const;
  return (
    <section className="mt-2">
      <InspectionTags line={inspection} />
      {announcedAt === null && <p className="mt-1 text-small text-ink2">{t('hiddenWhy')}</p>}
      <FactList facts={facts} />
      {minutes && (
        <PageLink href={`${inspectionPath(inspection.unit, inspection.inspection)}/minutes`} className={LINK}>
          {t('printMinutes')}
        </PageLink>
      )}
      {/* Whoever has something to do here may read its words, and both sides sign on this paper. */}
      {!minutes && openedAt !== null && inspection.acts.length > 0 && (
        <a href={minutesPdfPath(inspection.unit, inspection.inspection, language)} className={LINK}>
          {t('draftMinutes')}
        </a>
      )}
    </section>
  );
}

/** When it was opened, which leads to what the unit was like. */
function Opened({ unit, at }: { unit: string; at: string }) {
  const { moment } = useInspectionWords(unit);
  const may = useMayIn('measures.read')(unit);
  return (
    <MeasuresReader may={may}>
      {moment(at)}
      <SeeThen area={unit} at={Date.parse(at)} />
    </MeasuresReader>
  );
}
