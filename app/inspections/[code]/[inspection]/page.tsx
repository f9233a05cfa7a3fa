import { OneInspection } from '../../../../components/inspections/one-inspection.tsx';
import { type InspectionProps, namedInspection } from '../../named-inspection.ts';

/** One inspection of a unit. */
export default async function Page(props: InspectionProps) {
  const { unit, inspection } = await namedInspection(props);
  return <OneInspection key={`${unit} ${inspection}`} unit={unit} inspection={inspection} />;
}
