import { InspectionsPage } from '../../components/inspections/inspections-page.tsx';

/** The inspections of the area in the address; without one, of where the reader's first role is. */
export default function Page() {
  return <InspectionsPage />;
}
