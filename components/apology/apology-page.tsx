'use client';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { ApologyAnswer } from '../../lib/wire/apology-acts.ts';
import { useAreaName } from '../admin/areas-provider.tsx';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { UpLink } from '../admin/up-link.tsx';
import { useApi } from '../forms/use-api.ts';
import { Tag } from '../ui/tag.tsx';
import { useAbout } from './apology-row.tsx';
import { CasePanel } from './case-panel.tsx';
import { ChainMarks } from './chain-marks.tsx';
import { ChainSteps } from './chain-steps.tsx';
import { LetterPanel } from './letter-panel.tsx';

/** One letter: its chain as steps with the act that comes next, what it says, and its files. */
export function ApologyPage() {
  const params = useParams<{ area: string; apology: string }>();
  const path = `/areas/${params.area}/apologies/${params.apology}`;
  const [state, reload] = useApi<ApologyAnswer>(path);
  return (
    <Loaded state={state} reload={reload}>
      {(apology) => <Known apology={apology} path={path} onChange={reload} />}
    </Loaded>
  );
}

type KnownProps = { apology: ApologyAnswer; path: string; onChange: () => void };

function Known({ apology, path, onChange }: KnownProps) {
  const t = useTranslations('apology.page');
  const nameOf = useAreaName();
  const about = useAbout();
  return (
    <>
      <PageHead
        above={<UpLink href="/apologies">{t('title')}</UpLink>}
        title={
          <>
            {about(apology)} {apology.secondExtension && <Tag tone="urgent">{t('second')}</Tag>}
          </>
        }
        about={[apology.procedureName, nameOf(apology.unit)].filter(Boolean).join(' · ')}
        actions={<ChainMarks line={apology} named />}
      />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <ChainSteps apology={apology} path={path} onChange={onChange} />
        <div className="grid min-w-0 grid-cols-1 gap-3">
          <LetterPanel apology={apology} path={path} />
          {apology.dossier !== null && <CasePanel apology={apology} />}
        </div>
      </div>
    </>
  );
}
