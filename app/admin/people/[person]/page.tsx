import { PersonPage } from '../../../../components/admin/person-page.tsx';

export default function Page() {
  return <PersonPage />;
}
