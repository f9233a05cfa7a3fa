import { PersonList } from '../../../components/admin/person-list.tsx';

export default function Page() {
  return <PersonList />;
}
