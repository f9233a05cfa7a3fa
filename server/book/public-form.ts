import { randomBytes, randomUUID } from 'node:crypto';
import { contactOf } from '../../lib/domain/area-contact.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { type AreaDefinition, standingUnit } from '../../lib/domain/tree.ts';
import {
  type PublicFormAnswer,
  type PublicSuggestionMade,
  publicSuggestionRequest,
  type ReceiptAnswer,
} from '../../lib/wire/public-form.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { secretHash } from '../access/secret.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { cleanPhoto } from './clean-photo.ts';
import { createFormLimits } from './form-limits.ts';
import { createFormSlips } from './form-slips.ts';

const PATH = '/api/v1/public/:code';
/** What citizens hand in without a device in between; no key may use it. */
const SOURCE = '/server/public-form';
/** 128 random bits. */
const RECEIPT = /^[A-Za-z0-9_-]{22}$/;

/** N9: a page is found by its receipt, which stands nowhere: its own code is what is left of it. */
const codeOfReceipt = (receipt: string): string => `q_${secretHash(receipt).toString('hex').slice(0, 32)}`;

/** The form behind the QR code of a unit: for everybody, without signing in, and nothing of who sent it is kept. */
export function publicFormRoutes({
  memory,
  door,
  database,
  now,
}: Pick<Core, 'memory' | 'door' | 'database' | 'now'>): AnyRoute[] {
  const slips = createFormSlips(now);
  const limits = createFormLimits();

  const unitOf = (code = ''): AreaDefinition | null => standingUnit(memory.tree, code, now());

  const pageOf = async (unit: string, suggestion: string): Promise<ReceiptAnswer | null> => {
    const { rows } = await database.pool.query<ReceiptAnswer>(
      'SELECT page, day::text AS day, state FROM suggestion WHERE unit = $1 AND suggestion = $2 AND page IS NOT NULL',
      [unit, suggestion],
    );
    return rows[0] ?? null;
  };

  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'public',
      input: noQuery,
      handle({ request, params }) {
        const unit = unitOf(params.code);
        if (!unit) return problemResponse(request, 'unknown_area');
        const { code, name, nameEn = null, demo } = unit;
        const contact = contactOf(code, (one) => memory.tree.areas.get(one));
        return answer({
          area: { code, name, nameEn, demo, ...contact },
          slip: slips.make(code),
        } satisfies PublicFormAnswer);
      },
    }),
    route({
      method: 'POST',
      path: `${PATH}/suggestions`,
      need: 'public',
      input: publicSuggestionRequest,
      async handle({ request, params, input, from }) {
        const unit = unitOf(params.code);
        if (!unit) return problemResponse(request, 'unknown_area');
        const { slip, photo: given, above, ...written } = input;
        const stale = () => badFields(request, [{ pointer: '', rule: 'slip_stale' }]);
        const wait = (ms: number) =>
          problemResponse(request, 'rate_limited', {}, { 'retry-after': String(Math.ceil(ms / 1000)) });
        if (!slips.good(unit.code, slip)) return stale();
        const ofAddress = await limits.ofAddress(from, above);
        if (ofAddress > 0) return wait(ofAddress);
        // Another try with it may have come first in between.
        if (!slips.take(unit.code, slip)) return stale();
        const ofUnit = await limits.ofUnit(unit.code, above);
        if (ofUnit > 0) return wait(ofUnit);
        const photo = given === undefined ? undefined : await cleanPhoto(given);
        if (photo === null) return badFields(request, [{ pointer: '/photo', rule: 'photo_form' }]);

        const receipt = randomBytes(16).toString('base64url');
        const suggestion = codeOfReceipt(receipt);
        const told = { unit: unit.code, source: SOURCE, at: now() } as const;
        const submitted: SourceEvent = {
          ...told,
          id: randomUUID(),
          type: 'suggestion.submitted',
          data: { ...written, suggestion, channel: 'qr', ...(photo !== undefined && { photo }) },
        };
        // N5: it leaves the book before it comes in, so that there is no moment at which the unit could open it.
        const sorted: SourceEvent = {
          ...told,
          id: randomUUID(),
          type: 'suggestion.sorted',
          data: { suggestion, kind: 'about_head' },
        };
        const outcomes = await door.submit(above ? [sorted, submitted] : [submitted], { kind: 'server' });
        const page = await pageOf(unit.code, suggestion);
        if (!page || outcomes.some(({ status }) => status !== 'stored'))
          throw new AppError('not_storable', 'a suggestion was not stored');
        return answer({ receipt, page: page.page } satisfies PublicSuggestionMade, 201);
      },
    }),
    route({
      method: 'GET',
      path: `${PATH}/receipts/:receipt`,
      need: 'public',
      input: noQuery,
      async handle({ request, params: { code, receipt = '' } }) {
        const unit = unitOf(code);
        const page = unit && RECEIPT.test(receipt) ? await pageOf(unit.code, codeOfReceipt(receipt)) : null;
        return page ? answer(page) : problemResponse(request, 'not_found');
      },
    }),
  ];
}
