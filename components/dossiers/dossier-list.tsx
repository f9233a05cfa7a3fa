'use client';
import { useTranslations } from 'use-intl';
import type { DossierLine, DossiersAnswer } from '../../lib/wire/dossier-reads.ts';
import { useApi } from '../forms/use-api.ts';
import type { AskedDossiers } from './asked-dossiers.ts';
import { DossierLines } from './dossier-lines.tsx';
import { ListState } from './list-state.tsx';

/** The dossiers that the address asks for; among the open ones those due before closing come first, however late others are. */
export function DossierList({ asked }: { asked: AskedDossiers }) {
  const t = useTranslations('dossierList');
  const path = `/dossiers${asked.query}`;
  const first = asked.state === 'open' ? path.replace('state=open', 'state=dueToday') : null;
  const [today, reloadToday] = useApi<DossiersAnswer>(first);
  const [state, reloadState] = useApi<DossiersAnswer>(path);
  const reload = (): void => {
    if (first !== null) reloadToday();
    reloadState();
  };
  const due: readonly DossierLine[] = first !== null && today.kind === 'ready' ? today.value.items : [];
  return (
    <section aria-label={t('title')}>
      <ListState state={first !== null && today.kind === 'loading' ? today : state} reload={reload}>
        {(answer: DossiersAnswer) => (
          <DossierLines path={path} first={answer} due={due} asked={asked} reload={reload} />
        )}
      </ListState>
    </section>
  );
}
