import { AreaSettings } from '../../../../components/admin/area-settings.tsx';

export default function Page() {
  return <AreaSettings />;
}
