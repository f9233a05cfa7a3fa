import type { Subject } from '../../lib/domain/access/can.ts';

export type DeviceSubject = Extract<Subject, { kind: 'device' }>;

/** The device that asks. Only devices hold these actions, so that nobody else gets here. */
export function ownDevice(subject: Subject | null): DeviceSubject {
  if (subject?.kind !== 'device') throw new Error('a route of devices let somebody else in');
  return subject;
}
