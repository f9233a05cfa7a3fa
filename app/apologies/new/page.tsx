import { NewApology } from '../../../components/apology/new-apology.tsx';

export default function Page() {
  return <NewApology />;
}
