import { MinutesPage } from '../../../../../components/inspections/minutes-page.tsx';
import { type InspectionProps, namedInspection } from '../../../named-inspection.ts';

/** The minutes of an inspection, to be printed. */
export default async function Page(props: InspectionProps) {
  return <MinutesPage {...(await namedInspection(props))} />;
}
