import { ScreenList } from '../../../components/admin/screen-list.tsx';

export default function Page() {
  return <ScreenList />;
}
