import { NewArea } from '../../../components/admin/new-area.tsx';

export default function Page() {
  return <NewArea />;
}
