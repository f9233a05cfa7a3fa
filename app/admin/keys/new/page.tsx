import { NewKey } from '../../../../components/admin/new-key.tsx';

export default function Page() {
  return <NewKey />;
}
