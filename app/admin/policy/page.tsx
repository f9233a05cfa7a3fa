import { PolicyPage } from '../../../components/admin/policy-page.tsx';

export default function Page() {
  return <PolicyPage />;
}
