import { WallList } from '../../../components/admin/wall-list.tsx';

export default function Page() {
  return <WallList />;
}
