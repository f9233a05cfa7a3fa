import { PlainShell } from '../../../components/shell/plain-shell.tsx';
import { UnknownArea } from '../../../components/shell/unknown-area.tsx';
import { readerOf } from '../../reader.ts';

export default async function UnknownAreaPage() {
  const { theme } = await readerOf();
  return (
    <PlainShell theme={theme}>
      <UnknownArea />
    </PlainShell>
  );
}
