'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { DraftAnswer } from '../../lib/wire/apology-acts.ts';
import { ActionLink } from '../admin/action-link.tsx';
import { useAreaName, useAreas } from '../admin/areas-provider.tsx';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { UpLink } from '../admin/up-link.tsx';
import { useApi } from '../forms/use-api.ts';
import { useRuleText } from '../forms/use-rule-text.ts';
import { Notice } from '../ui/notice.tsx';
import { pathOf } from './apology-row.tsx';
import { ConductForm } from './conduct-form.tsx';
import { LateForm } from './late-form.tsx';
import { UnitChoice } from './unit-choice.tsx';

const ABOUT = ['dossier', 'rating', 'suggestion'] as const;

/** A letter to be drafted: about the dossier of the address, else about conduct. */
export function NewApology() {
  const t = useTranslations('apology.page.new');
  const address = useSearchParams();
  const { state, reload } = useAreas();
  const area = address.get('area');
  if (area) return <OfUnit area={area} />;
  return (
    <>
      <PageHead above={<UpLink href="/apologies">{t('toList')}</UpLink>} title={t('titleConduct')} />
      <Loaded state={state} reload={reload}>
        {() => <UnitChoice />}
      </Loaded>
    </>
  );
}

/** What is known before the letter is written; `area` is the unit that writes it. */
function OfUnit({ area }: { area: string }) {
  const t = useTranslations('apology.page.new');
  const address = useSearchParams();
  const nameOf = useAreaName();
  const router = useRouter();
  const ruleText = useRuleText();
  const query = new URLSearchParams();
  for (const name of ABOUT) {
    const value = address.get(name);
    if (value) query.set(name, value);
  }
  const unit = encodeURIComponent(area);
  const [state, reload] = useApi<DraftAnswer>(`/areas/${unit}/apology-draft?${query}`);
  const path = `/areas/${unit}/apologies`;
  const done = ({ apology }: { apology: string }): 'leaving' => {
    router.push(pathOf(area, apology));
    return 'leaving';
  };
  const late = query.has('dossier');
  const title = ({ draft }: DraftAnswer): string =>
    draft ? t('again') : late ? t('title') : t('titleConduct');
  return (
    <Loaded state={state} reload={reload}>
      {(known) => (
        <>
          <PageHead
            above={<UpLink href="/apologies">{t('toList')}</UpLink>}
            title={title(known)}
            about={[query.get('dossier'), nameOf(area)].filter(Boolean).join(' · ')}
          />
          {known.refusal && (
            <Notice
              tone="attention"
              title={t('cannotTitle')}
              reason={ruleText(known.refusal)}
              action={
                late && (
                  <ActionLink
                    href={`/apologies?${new URLSearchParams({ area, dossier: query.get('dossier') ?? '', days: '365' })}`}
                  >
                    {t('toLetters')}
                  </ActionLink>
                )
              }
            />
          )}
          {!known.refusal && known.before > 0 && late && (
            <Notice tone="attention" title={t('second', { n: known.before + 1 })} reason={t('newDayHint')} />
          )}
          {!known.refusal &&
            (late ? (
              <LateForm known={known} path={path} onDone={done} />
            ) : (
              <ConductForm known={known} path={path} asked={address} onDone={done} />
            ))}
        </>
      )}
    </Loaded>
  );
}
