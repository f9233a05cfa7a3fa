import { saveFile } from './save-file.ts';

/** Gives the reader the whole of a list as CSV; `path` is what follows `/api/v1`. Throws when it did not come. */
export async function saveCsv(path: string, name: string): Promise<void> {
  const response = await fetch(`/api/v1${path}`, { headers: { accept: 'text/csv' } });
  if (!response.ok) throw new Error(String(response.status));
  saveFile(await response.blob(), name);
}
