import type { z } from 'zod';
import { isHeadOrDeputy } from '../../lib/domain/apology/signatory.ts';
import { dueOfTold } from '../../lib/domain/dossier/due.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import { instantOf, localDay } from '../../lib/domain/zoned-time.ts';
import type { deliverRequest, signRequest } from '../../lib/wire/apology-acts.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { AppError } from '../errors.ts';
import type { SignedFile, SignedFiles } from '../letters/signed-files.ts';
import type { Actor } from '../log/actor.ts';
import type { ApologyDeps } from './apology-deps.ts';
import type { KeptApology } from './letters-about.ts';
import { sayStep } from './say-step.ts';

type Signing = z.output<typeof signRequest>;
type Delivering = z.output<typeof deliverRequest>;
type Deps = Pick<ApologyDeps, 'context' | 'door' | 'files'>;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** "Xác nhận đã ký" (AL12, AL13): keeps the signed file, then says so. Faults by field and rule. */
export async function signLetter(
  deps: Deps,
  kept: KeptApology,
  signing: Signing,
  actor: Actor,
): Promise<Fault[]> {
  const { context, door, files } = deps;
  const { unit } = kept.folded;
  const now = context.now();
  const faults = faultsOfSigning(kept, signing, zoneOf(context.tree, unit), now);
  if (faults.length > 0) return faults;
  if (!BASE64.test(signing.file)) return [{ pointer: '/file', rule: 'file_not_read' }];
  const content = Buffer.from(signing.file, 'base64');
  const file = told(files, content);
  if ('rule' in file) return [{ pointer: '/file', rule: file.rule }];
  // A paper that was scanned may be signed digitally by whoever scanned it; what is said to be digital must be.
  if (signing.signatureKind === 'digital' && file.signature !== 'digital')
    return [{ pointer: '/signatureKind', rule: 'not_signed_digitally' }];
  await files.keep(content);
  const { documentNo, documentDate, signatureKind, signatory } = signing;
  return sayStep(door, actor, {
    type: 'apology.signed',
    unit,
    at: now,
    data: {
      apology: kept.apology,
      documentNo,
      documentDate,
      signedBy: `${signatory.title} ${signatory.name}`,
      signatureKind,
      signedFile: file.hash,
    },
  });
}

function faultsOfSigning({ folded }: KeptApology, signing: Signing, zone: string, now: number): Fault[] {
  if (folded.draftedAt === null) return [{ pointer: '', rule: 'not_drafted' }];
  if (folded.signedAt !== null) return [{ pointer: '', rule: 'already_signed' }];
  const { documentDate, signatory } = signing;
  const faults: Fault[] = [];
  if (documentDate > localDay(zone, now)) faults.push({ pointer: '/documentDate', rule: 'day_ahead' });
  else if (documentDate < localDay(zone, folded.draftedAt))
    faults.push({ pointer: '/documentDate', rule: 'signed_before_drafted' });
  else if (folded.newDueAt !== null && promisedDay(folded.newDueAt, zone) < documentDate)
    faults.push({ pointer: '/documentDate', rule: 'new_promise_before_letter' });
  if (!isHeadOrDeputy(signatory.title))
    faults.push({ pointer: '/signatory/title', rule: 'signatory_not_competent' });
  return faults;
}

const promisedDay = (newDueAt: string | number, zone: string): string => dueOfTold(newDueAt, zone, 0).day;

function told(files: SignedFiles, content: Buffer): SignedFile | { rule: string } {
  try {
    return files.tell(content);
  } catch (error) {
    if (error instanceof AppError) return { rule: error.code };
    throw error;
  }
}

/** Says how and when a signed letter reached whom it is addressed to (AL14). */
export async function deliverLetter(
  { context, door }: Pick<Deps, 'context' | 'door'>,
  { apology, folded }: KeptApology,
  { channel, day, time }: Delivering,
  actor: Actor,
): Promise<Fault[]> {
  if (folded.signedAt === null) return [{ pointer: '', rule: 'not_signed' }];
  if (folded.deliveredAt !== null) return [{ pointer: '', rule: 'already_delivered' }];
  const zone = zoneOf(context.tree, folded.unit);
  const at = instantOf(zone, day, time);
  if (at > context.now()) return [{ pointer: '/day', rule: 'day_ahead' }];
  if (folded.documentDate !== null && day < folded.documentDate)
    return [{ pointer: '/day', rule: 'delivered_before_signed' }];
  const data = { apology, channel };
  return sayStep(door, actor, { type: 'apology.delivered', unit: folded.unit, at, data });
}
