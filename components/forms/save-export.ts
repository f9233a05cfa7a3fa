import type { ExportFormat, ExportProgress } from '../../lib/wire/export-format.ts';
import { saveFile } from './save-file.ts';
import { type Refusal, refusalOf } from './send-json.ts';

/** How often a reader is told how far a long file is. */
const TOLD_MS = 1000;

type Told = { signal?: AbortSignal; onProgress?: (progress: ExportProgress) => void };

/**
 * Gives the reader the whole of a list as a file, or why the server refuses it; `path` is what follows `/api/v1`. Throws
 * when it did not come, or when the reader stopped it.
 */
export async function saveExport(
  path: string,
  name: string,
  format: ExportFormat,
  { signal, onProgress }: Told = {},
): Promise<Refusal | null> {
  const own = [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join('-');
  const asked = `${path}${path.includes('?') ? '&' : '?'}format=${format}${onProgress ? `&progress=${own}` : ''}`;
  const telling = onProgress && setInterval(() => void told(own, onProgress), TOLD_MS);
  try {
    const response = await fetch(`/api/v1${asked}`, { signal });
    if (!response.ok) return await refusalOf(response);
    saveFile(await response.blob(), `${name}.${format}`);
    return null;
  } finally {
    clearInterval(telling);
  }
}

async function told(own: string, onProgress: (progress: ExportProgress) => void): Promise<void> {
  try {
    const response = await fetch(`/api/v1/exports/${own}`);
    if (response.ok) onProgress(await response.json());
  } catch {
    // The file itself says whether it came.
  }
}
