'use client';
import { SignedInHere } from '../wall/signed-in-here.tsx';

/** A device's page where somebody is signed in: signing out makes it the page of a device again. */
export function LeaveAccount() {
  return <SignedInHere onLeft={() => location.reload()} />;
}
