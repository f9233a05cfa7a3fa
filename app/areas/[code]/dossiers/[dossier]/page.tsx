import type { Metadata } from 'next';
import { DossierPage } from '../../../../../components/dossiers/dossier-page.tsx';
import { dossierPath } from '../../../../../components/dossiers/dossiers-path.ts';
import { MoreWords } from '../../../../../components/shell/more-words.tsx';
import { loadThemes } from '../../../../../lib/i18n/load-theme.ts';
import { AreaPage } from '../../../../area-page.tsx';
import { pathPart } from '../../../../path-part.ts';
import { readerOf } from '../../../../reader.ts';

type Props = { params: Promise<{ code: string; dossier: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pathPart((await params).dossier) };
}

/** Everything that is told of one dossier, as it is seen from an area above it. */
export default async function Page({ params }: Props) {
  const [{ code, dossier }, { locale }] = await Promise.all([params, readerOf()]);
  const [area, name] = [pathPart(code), pathPart(dossier)];
  return (
    <AreaPage code={area} page="dossiers" path={dossierPath(area, name)}>
      <MoreWords messages={await loadThemes(locale, 'forms', 'dossiers')}>
        <DossierPage code={name} />
      </MoreWords>
    </AreaPage>
  );
}
