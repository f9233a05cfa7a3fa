import { AuditPage } from '../../../components/admin/audit-page.tsx';
import { MoreWords } from '../../../components/shell/more-words.tsx';
import { loadThemes } from '../../../lib/i18n/load-theme.ts';
import { readerOf } from '../../reader.ts';

export default async function Page() {
  const { locale } = await readerOf();
  return (
    <MoreWords messages={await loadThemes(locale, 'audit')}>
      <AuditPage />
    </MoreWords>
  );
}
