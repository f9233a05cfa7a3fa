import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, errorCode } from '../errors.ts';
import { syncFolder } from '../sync-folder.ts';
import { letterTexts } from './letter-texts.ts';
import { JPEG_START, PNG_START, scanFault } from './signed-image.ts';
import { readSignedPdf } from './signed-pdf.ts';

const MAX_BYTES = 10 * 1024 * 1024;

const MEDIA = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;

/** A signed letter as kept. Whether a digital signature holds is not checked: its presence alone is said. */
export type SignedFile = {
  hash: string;
  kind: keyof typeof MEDIA;
  bytes: number;
  signature: 'digital' | 'paper';
};

/**
 * Signed letters, beside the log: it holds their hash, and they can be erased without it. They are personal data, are
 * stored under the hash of their content and never opened by the server.
 */
export type SignedFiles = {
  /** What a file is, without keeping it. Errors: the rules of `signedFile`. */
  tell(content: Buffer): SignedFile;
  /** Stored when this returns. Errors: the rules of `signedFile`. */
  keep(content: Buffer): Promise<SignedFile>;
  /** The content and the headers it may be sent with. Error: unknown_signed_file. */
  read(hash: string, name: string): Promise<{ content: Buffer; headers: Record<string, string> }>;
  /** Whether there was one. Letters that share a scan share its file. */
  erase(hash: string): Promise<boolean>;
};

export function signedFiles(dataDir: string): SignedFiles {
  const placeOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw refused('unknown_signed_file');
    return join(dataDir, 'signed-letters', hash.slice(0, 2), hash);
  };
  return {
    tell: signedFile,
    async keep(content) {
      const file = signedFile(content);
      await store(placeOf(file.hash), content);
      return file;
    },
    async read(hash, name) {
      const content = await readFile(placeOf(hash)).catch((error: unknown) => {
        throw errorCode(error) === 'ENOENT' ? refused('unknown_signed_file') : error;
      });
      return { content, headers: headersOf(signedFile(content).kind, name) };
    },
    async erase(hash) {
      const path = placeOf(hash);
      try {
        await rm(path);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return false;
        throw error;
      }
      await syncFolder(dirname(path));
      return true;
    },
  };
}

/** What a file is, told by its content alone. Errors: file_*, pdf_*, image_too_large. */
function signedFile(content: Buffer): SignedFile {
  if (content.length === 0) throw refused('file_empty');
  if (content.length > MAX_BYTES) throw refused('file_too_large');
  const kind = kindOf(content);
  const hash = createHash('sha256').update(content).digest('hex');
  const bytes = content.length;
  if (kind === 'pdf') {
    const read = readSignedPdf(content);
    if (!read.ok) throw refused(read.rule);
    return { hash, kind, bytes, signature: read.signature };
  }
  const fault = scanFault(content, kind);
  if (fault) throw refused(fault);
  return { hash, kind, bytes, signature: 'paper' };
}

function kindOf(content: Buffer): SignedFile['kind'] {
  if (content.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'pdf';
  if (content.subarray(0, JPEG_START.length).equals(JPEG_START)) return 'jpeg';
  if (content.subarray(0, PNG_START.length).equals(PNG_START)) return 'png';
  throw refused('file_kind_unknown');
}

/** Downloaded, never shown in place: whatever a browser would make of it, it makes in no page of ours. */
const headersOf = (kind: SignedFile['kind'], name: string): Record<string, string> => ({
  'content-type': MEDIA[kind],
  'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100)}.${kind}"`,
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
});

/** Whole under its name or not there at all; the same content again changes nothing. */
async function store(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

const refused = (code: string): AppError => new AppError(code, letterTexts(`signedFiles.${code}`));
