import type { z } from 'zod';
import type { DataOf, SourceEvent } from '../../lib/domain/events/registry.ts';
import { leavesBook } from '../../lib/domain/suggestion/kind.ts';
import type { PageAct } from '../../lib/domain/suggestion/page-rights.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import { bookQuery, noQuery } from '../../lib/wire/reads-query.ts';
import {
  answerPageRequest,
  enterSuggestionRequest,
  erasePageRequest,
  instructPageRequest,
  seePageRequest,
  sortPageRequest,
} from '../../lib/wire/suggestion-reads.ts';
import { newCode } from '../access/secret.ts';
import type { Auth } from '../auth/auth.ts';
import { namesOf } from '../auth/held-roles.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { badParameter } from '../http/query.ts';
import { type AnyRoute, type Authorised, type Need, route } from '../http/route.ts';
import type { Actor } from '../log/actor.ts';
import { tellAct } from '../log/tell-act.ts';
import { bookPage, photoOf, storedPage, storedPages } from '../read/book-page.ts';
import { readerOf } from '../read/page-reader.ts';
import { rightsOf } from '../read/suggestion-lines.ts';
import { bookPdf } from './book-pdf.ts';
import { cleanPhoto } from './clean-photo.ts';
import { signedAgain } from './sign-again.ts';

type SuggestionType = Extract<SourceEvent['type'], `suggestion.${string}`>;
export type BookParts = Pick<Core, 'database' | 'prisma' | 'memory' | 'door' | 'now'> &
  Pick<Auth, 'lockOut' | 'credentials'>;

const PATH = '/api/v1/areas/:code/suggestions';
/** Drawing a sheet takes the server some milliseconds of its one thread. */
const MOST_PRINTED = 100;
const WHOLE = /^[1-9]\d{0,8}$/;

/** The suggestion book of a unit: a page, and what people do to it (K11). */
export function bookRoutes(core: BookParts): AnyRoute[] {
  const { memory, door, now } = core;
  const context = { pool: core.database.pool, now };

  const tell = <T extends SuggestionType>(
    type: T,
    unit: string,
    actor: Actor,
    data: DataOf<T>,
  ): Promise<void> => tellAct(door, actor, { type, unit, at: now(), data });

  /** Who signs, by name: the person, and whom that person acts for. */
  async function signerOf(actor: Actor, title: string) {
    const { person, onBehalfOf } = actor.kind === 'person' ? actor : { person: '', onBehalfOf: null };
    const names = await namesOf(core, [person, onBehalfOf ?? []].flat());
    const lender = onBehalfOf === null ? undefined : names.get(onBehalfOf);
    return { name: names.get(person) ?? person, title, ...(lender !== undefined && { onBehalfOf: lender }) };
  }

  async function pageOf({ request, params: { code = '', page = '' } }: Authorised<unknown>) {
    const row = WHOLE.test(page) ? await storedPage(context, code, Number(page)) : null;
    return row ?? problemResponse(request, 'not_found');
  }

  async function shown(asked: Authorised<unknown>, status = 200): Promise<Response> {
    const row = await pageOf(asked);
    return row instanceof Response ? row : answer(await bookPage(context, row, readerOf(asked)), status);
  }

  type Row = Exclude<Awaited<ReturnType<typeof pageOf>>, Response>;

  /** An act on a page that is there and on which the caller may do it now. */
  const act = <I>(
    name: string,
    need: Need,
    kind: PageAct,
    input: z.ZodType<I>,
    work: (asked: Authorised<I>, row: Row, actor: Actor) => Promise<Response | null>,
  ): AnyRoute =>
    route({
      method: 'POST',
      path: `${PATH}/:page/${name}`,
      need,
      input,
      places: (_, { code }) => [code],
      async handle(asked) {
        const row = await pageOf(asked);
        if (row instanceof Response) return row;
        if (!rightsOf(row, readerOf(asked)).acts.includes(kind))
          return badFields(asked.request, [{ pointer: '', rule: 'page_act_closed' }]);
        const refused = await work(asked, row, asked.actor(row.unit));
        return refused ?? shown(asked);
      },
    });

  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:code/book.pdf',
      need: 'book.read',
      heavy: 'report',
      input: bookQuery,
      places: (_, { code }) => [code],
      async handle(asked) {
        const { request, input, params } = asked;
        const area = memory.tree.areas.get(params.code ?? '');
        if (!area || !isUnit(area)) return problemResponse(request, 'not_found');
        const { from = null, to = null, lang: locale } = input;
        const rows = await storedPages(context, area.code, { from, to }, MOST_PRINTED + 1);
        if (rows.length > MOST_PRINTED)
          return badParameter(request, 'from', `more than ${MOST_PRINTED} pages: name fewer days`);
        const reader = readerOf(asked);
        const pages = await Promise.all(rows.map((row) => bookPage(context, row, reader)));
        const pdf = await bookPdf({ area, at: now(), locale, pages });
        return new Response(new Uint8Array(pdf), {
          headers: {
            'content-type': 'application/pdf',
            'content-disposition': `attachment; filename="suggestions-${area.code}.pdf"`,
            'cache-control': 'no-store',
          },
        });
      },
    }),
    route({
      method: 'GET',
      path: `${PATH}/:page`,
      need: 'lists.read',
      input: noQuery,
      places: (_, { code }) => [code],
      handle: (asked) => shown(asked),
    }),
    route({
      method: 'GET',
      path: `${PATH}/:page/photo`,
      need: 'lists.read',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle(asked) {
        const row = await pageOf(asked);
        if (row instanceof Response) return row;
        const photo = await photoOf(context, row, readerOf(asked));
        if (!photo) return problemResponse(asked.request, 'not_found');
        return new Response(new Uint8Array(photo), {
          headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' },
        });
      },
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'book.enter',
      input: enterSuggestionRequest,
      places: (_, { code }) => [code],
      async handle(asked) {
        const { request, input, params, actor } = asked;
        const { code: unit = '' } = params;
        const area = memory.tree.areas.get(unit);
        if (!area || !isUnit(area)) return problemResponse(request, 'unknown_area');
        const { photo: given, ...written } = input;
        const photo = given === undefined ? undefined : await cleanPhoto(given);
        if (photo === null) return badFields(request, [{ pointer: '/photo', rule: 'photo_form' }]);
        const suggestion = newCode('s');
        await tell('suggestion.submitted', unit, actor(unit), {
          ...written,
          suggestion,
          ...(photo !== undefined && { photo }),
        });
        const { rows } = await core.database.pool.query<{ page: number }>(
          'SELECT page FROM suggestion WHERE unit = $1 AND suggestion = $2',
          [unit, suggestion],
        );
        return shown({ ...asked, params: { ...params, page: String(rows[0]?.page) } }, 201);
      },
    }),
    act('sort', 'book.sort', 'sort', sortPageRequest, async ({ request, input }, row, actor) => {
      if (row.state === 'away' && !leavesBook(input.kind))
        return badFields(request, [{ pointer: '/kind', rule: 'page_has_left' }]);
      await tell('suggestion.sorted', row.unit, actor, { ...input, suggestion: row.suggestion });
      return null;
    }),
    act('seen', 'book.decide', 'see', seePageRequest, async (asked, { unit, suggestion }, actor) => {
      const refused = await signedAgain(core, asked, asked.input.password);
      if (refused) return refused;
      const by = await signerOf(actor, asked.input.title);
      await tell('suggestion.seen', unit, actor, { suggestion, by });
      return null;
    }),
    act('instruct', 'book.decide', 'instruct', instructPageRequest, async ({ input }, row, actor) => {
      const { title, text, owner, dueDay: dueAt } = input;
      const by = await signerOf(actor, title);
      await tell('suggestion.instructed', row.unit, actor, {
        suggestion: row.suggestion,
        by,
        text,
        owner,
        dueAt,
      });
      return null;
    }),
    act('answer', 'book.decide', 'answer', answerPageRequest, async ({ input }, row, actor) => {
      const by = await signerOf(actor, input.title);
      await tell('suggestion.answered', row.unit, actor, {
        suggestion: row.suggestion,
        by,
        text: input.text,
      });
      return null;
    }),
    act('erase', 'book.above', 'erase', erasePageRequest, async (_, { facts }, actor) => {
      // Every submission under this code holds what the citizen said.
      const seqs = facts.flatMap(({ step, seq }) => (step === 'submitted' && seq !== undefined ? [seq] : []));
      await door.define(
        seqs.map((seq) => ({ type: 'personal.erased', data: { seq } })),
        actor,
      );
      return null;
    }),
  ];
}
