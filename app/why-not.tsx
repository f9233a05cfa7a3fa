import { Failure, type FailureKind } from '../components/shell/failure.tsx';
import { loadMe } from './load-from-api.ts';
import { NoRole } from './no-role.tsx';

/** Stands where a page would: whoever holds no role at all is told that, and not that one page is closed to them. */
export async function WhyNot({ failure }: { failure: FailureKind }) {
  const me = failure.kind === 'denied' ? await loadMe() : null;
  return me?.kind === 'ok' && me.value.roles.length === 0 ? (
    <NoRole me={me.value} />
  ) : (
    <Failure failure={failure} />
  );
}
