import { NewPerson } from '../../../../components/admin/new-person.tsx';

export default function Page() {
  return <NewPerson />;
}
