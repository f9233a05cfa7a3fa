import { ApologyList } from '../../components/apology/apology-list.tsx';

export default function Page() {
  return <ApologyList />;
}
