import { type AreaDefinition, isUnit, isWithin, rootOf } from '../../lib/domain/tree.ts';
import {
  type DraftedAnswer,
  deliverRequest,
  draftQuery,
  draftRequest,
  letterQuery,
  signRequest,
} from '../../lib/wire/apology-acts.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { AppError } from '../errors.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, type Route, route } from '../http/route.ts';
import { DOCX_TYPE } from '../letters/docx-type.ts';
import { letterFileName, letterFiles } from '../letters/letter-files.ts';
import { apology } from '../read/apology.ts';
import type { ApologyDeps } from './apology-deps.ts';
import { draftLetter, draftStart } from './draft-letter.ts';
import { type About, type KeptApology, keptApology, letterOf } from './letters-about.ts';
import { deliverLetter, signLetter } from './sign-letter.ts';

const AREA = '/api/v1/areas/:code';
const ONE = `${AREA}/apologies/:apology`;

const MEDIA = {
  docx: DOCX_TYPE,
  pdf: 'application/pdf',
} as const;

/** The chain of apologies as acts: drafted, signed, delivered, and the files of each. */
export function apologyRoutes(deps: ApologyDeps): AnyRoute[] {
  const { context, files, dataDir } = deps;
  const { pool, tree } = context;

  /** Of one letter of a unit below the area of the path. */
  const ofLetter = <I>(
    declared: Pick<Route<I>, 'method' | 'need' | 'input' | 'withFile'> & { what: string },
    reply: (asked: Authorised<I>, kept: KeptApology) => Promise<Response>,
  ): AnyRoute =>
    route({
      ...declared,
      path: `${ONE}/${declared.what}`,
      places: (_, { code }) => [code],
      async handle(asked) {
        const { code = '', apology: named = '' } = asked.params;
        const kept = await keptApology(pool, rootOf(tree, code), named);
        if (!kept || !isWithin(tree, kept.folded.unit, code))
          return problemResponse(asked.request, 'not_found');
        return reply(asked, kept);
      },
    });

  /** Of a unit: only where counters stand letters are written. */
  const ofUnit = <I>(
    declared: Pick<Route<I>, 'method' | 'path' | 'input'>,
    reply: (asked: Authorised<I>, unit: AreaDefinition) => Promise<Response>,
  ): AnyRoute =>
    route({
      ...declared,
      need: 'apologies.write',
      places: (_, { code }) => [code],
      async handle(asked) {
        const area = tree.areas.get(asked.params.code ?? '');
        if (!area || !isUnit(area)) return badFields(asked.request, [{ pointer: '', rule: 'not_a_unit' }]);
        return reply(asked, area);
      },
    });

  const done = (request: Request, faults: readonly Fault[]): Response =>
    faults.length > 0 ? badFields(request, faults) : answer({});

  return [
    ofUnit({ method: 'GET', path: `${AREA}/apology-draft`, input: draftQuery }, async ({ input }, { code }) =>
      answer(await draftStart(context, code, aboutAsked(input))),
    ),
    ofUnit(
      { method: 'POST', path: `${AREA}/apologies`, input: draftRequest },
      async ({ request, input, actor }, { code }) => {
        const drafted = await draftLetter(deps, code, input, actor(code));
        if (!drafted.ok) return badFields(request, drafted.faults);
        return answer({ apology: drafted.apology } satisfies DraftedAnswer, 201);
      },
    ),
    route({
      method: 'GET',
      path: ONE,
      need: 'lists.read',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle({ request, params: { code = '', apology: named = '' }, may }) {
        const found = await apology(context, code, named, may);
        return found ? answer(found) : problemResponse(request, 'not_found');
      },
    }),
    ofLetter(
      { method: 'GET', what: 'letter', need: 'letters.read', input: letterQuery },
      async ({ request, input: { format } }, { folded }) => {
        const letter = await letterOf(pool, folded);
        if (!letter) return problemResponse(request, 'not_found');
        const drawn = await letterFiles(letter, dataDir, new Date(folded.draft?.at ?? 0)).catch(ownFault);
        if (drawn instanceof AppError) return templateProblem(request, drawn);
        const content = drawn[format];
        if (content === null) return problemResponse(request, 'no_pdf_of_own_template');
        return download(content, `${letterFileName(letter, 'vi')}.${format}`, MEDIA[format]);
      },
    ),
    ofLetter(
      { method: 'POST', what: 'signed', need: 'apologies.write', input: signRequest, withFile: true },
      async ({ request, input, actor }, kept) =>
        done(request, await signLetter(deps, kept, input, actor(kept.folded.unit))),
    ),
    ofLetter(
      { method: 'POST', what: 'delivered', need: 'apologies.write', input: deliverRequest },
      async ({ request, input, actor }, kept) =>
        done(request, await deliverLetter(deps, kept, input, actor(kept.folded.unit))),
    ),
    ofLetter(
      { method: 'GET', what: 'signed-file', need: 'letters.read', input: noQuery },
      async ({ request }, { apology: named, folded }) => {
        const read = await files.read(folded.signedFile ?? '', `van-ban-da-ky-${named}`).catch(ownFault);
        if (read instanceof AppError) return problemResponse(request, 'not_found');
        return new Response(new Uint8Array(read.content), { headers: read.headers });
      },
    ),
  ];
}

const aboutAsked = (input: { dossier?: string; rating?: string; suggestion?: string }): About | null => {
  for (const kind of ['dossier', 'rating', 'suggestion'] as const) {
    const code = input[kind];
    if (code !== undefined) return { kind, code };
  }
  return null;
};

/** What has a name is an answer; everything else is a fault of ours. */
function ownFault(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** The office's own template is wrong: whoever asked is told which fields, the file's place stays ours. */
const templateProblem = (request: Request, { code }: AppError): Response =>
  problemResponse(request, 'bad_template', { detail: code });

/** Saved, never opened in place: it names people, and nothing of it is for our pages. */
const download = (content: Buffer, name: string, type: string): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
