import { AreaList } from '../../../components/admin/area-list.tsx';

export default function Page() {
  return <AreaList />;
}
