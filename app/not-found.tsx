import { NotFound } from '../components/shell/not-found.tsx';
import { PlainShell } from '../components/shell/plain-shell.tsx';
import { readerOf } from './reader.ts';

export default async function NotFoundPage() {
  const { theme } = await readerOf();
  return (
    <PlainShell theme={theme}>
      <NotFound />
    </PlainShell>
  );
}
