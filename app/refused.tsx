import type { ComponentProps } from 'react';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { PersonMark } from './person-mark.tsx';
import { readerOf } from './reader.ts';
import { WhyNot } from './why-not.tsx';

/** A whole page that says why it shows nothing. */
export async function Refused({ failure }: ComponentProps<typeof WhyNot>) {
  const { theme } = await readerOf();
  return (
    <PlainShell theme={theme} person={<PersonMark />}>
      <WhyNot failure={failure} />
    </PlainShell>
  );
}
