'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { AreaForm } from './area-form.tsx';
import { useAreas } from './areas-provider.tsx';
import { Loaded } from './loaded.tsx';
import { PageHead } from './page-head.tsx';
import { UpLink } from './up-link.tsx';

/** Adds an area or a unit to the tree, then leads to its settings. */
export function NewArea() {
  const t = useTranslations('admin');
  const router = useRouter();
  const { state, reload } = useAreas();
  const parent = useSearchParams().get('parent') ?? '';
  const done = (code: string): void => {
    reload();
    router.push(`/admin/areas/${encodeURIComponent(code)}`);
  };
  return (
    <>
      <PageHead
        above={<UpLink href="/admin/areas">{t('sections.areas')}</UpLink>}
        title={t('addArea')}
        about={t('addAreaAbout')}
      />
      <section className="max-w-3xl rounded-panel border border-line bg-panel px-4 py-4">
        <Loaded state={state} reload={reload}>
          {() => <AreaForm area={null} parent={parent} onDone={done} />}
        </Loaded>
      </section>
    </>
  );
}
