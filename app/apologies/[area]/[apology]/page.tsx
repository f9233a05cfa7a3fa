import { ApologyPage } from '../../../../components/apology/apology-page.tsx';

export default function Page() {
  return <ApologyPage />;
}
