import { CsvImport } from '../../../components/admin/csv-import.tsx';

export default function Page() {
  return <CsvImport />;
}
