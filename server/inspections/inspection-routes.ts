import type { z } from 'zod';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { checklistsOf } from '../../lib/domain/inspection/checklist.ts';
import { isInForce } from '../../lib/domain/inspection/discipline.ts';
import type { InspectionAct } from '../../lib/domain/inspection/inspection-rights.ts';
import { inspectionActs } from '../../lib/domain/inspection/inspection-rights.ts';
import { isUnit, lineOf, localDayIn } from '../../lib/domain/tree.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import {
  addFindingRequest,
  beginInspectionRequest,
  type ChecklistsAnswer,
  disciplineRequest,
  explainInspectionRequest,
  inspectionTotalsQuery,
  minutesQuery,
  plainInspectionRequest,
  remedyRequest,
  signMinutesRequest,
} from '../../lib/wire/inspection-reads.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { newCode } from '../access/secret.ts';
import { cleanPhoto } from '../book/clean-photo.ts';
import type { Core } from '../core.ts';
import { totalsTable } from '../export/figure-tables.ts';
import { answerOrFile } from '../export/table-file.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { periodOf } from '../http/query.ts';
import type { ReadDeps } from '../http/read-deps.ts';
import { type AnyRoute, type Authorised, type Need, route } from '../http/route.ts';
import { type Act, tellAct } from '../log/tell-act.ts';
import {
  findingPhoto,
  inspectionAnswer,
  pictureOf,
  type StoredInspection,
  storedInspection,
} from '../read/inspection.ts';
import { type InspectionsReader, inspectionsReaderOf, readerIn } from '../read/inspection-reader.ts';
import { inspectionTotals } from '../read/inspection-totals.ts';
import { frozenBoard } from './frozen-board.ts';
import { minutesPdf } from './minutes-pdf.ts';

const PATH = '/api/v1/areas/:code/inspections';

type Parts = Pick<Core, 'door' | 'now' | 'memory'> & Pick<ReadDeps, 'context' | 'board'>;
/** What an act tells, but for the code of its inspection. */
type Told = { type: Act['type']; data: Record<string, unknown> };
type Refused = { faults: Fault[] };

/** More photos than this make a paper that nobody carries. */
const MOST_PHOTOS = 24;

async function photosOf(
  context: Parts['context'],
  found: StoredInspection,
  reader: InspectionsReader,
): Promise<Map<string, Buffer>> {
  const photos = new Map<string, Buffer>();
  for (const { finding } of found.inspection.findings.slice(0, MOST_PHOTOS)) {
    const photo = await findingPhoto(context, found, finding, reader);
    if (photo) photos.set(finding, photo);
  }
  return photos;
}

/** Inspections of a unit: what was found, what its unit says to it, and what inspectors do (I2–I4). */
export function inspectionRoutes({ door, now, memory, context, board }: Parts): AnyRoute[] {
  const today = (code: string): string => localDayIn(memory.tree, code, now());

  /** What is hidden from the caller answers as what is not there. */
  async function there(asked: Authorised<unknown>): Promise<StoredInspection | Response> {
    const { code = '', inspection = '' } = asked.params;
    const found = await storedInspection(context, code, inspection, inspectionsReaderOf(asked));
    return found ?? problemResponse(asked.request, 'not_found');
  }

  async function shown(asked: Authorised<unknown>, status = 200): Promise<Response> {
    const found = await there(asked);
    return found instanceof Response
      ? found
      : answer(await inspectionAnswer(context, found, inspectionsReaderOf(asked)), status);
  }

  const tell = (
    asked: Authorised<unknown>,
    unit: string,
    inspection: string,
    { type, data }: Told,
    beside: readonly SourceEvent[] = [],
  ) =>
    tellAct(
      door,
      asked.actor(unit),
      // Type and data are paired where they are made, below.
      { type, unit, at: now(), data: { ...data, inspection } as Act['data'] },
      beside,
    );

  /** Opens it with the board of that second, in one commit (I6). */
  async function open(asked: Authorised<unknown>, unit: string, inspection: string, told: Told) {
    const seen = await board(unit);
    await tell(asked, unit, inspection, told, seen ? [frozenBoard(unit, inspection, now(), seen)] : []);
  }

  const readable = (path: string, handle: (asked: Authorised<object>) => Promise<Response>): AnyRoute =>
    route({
      method: 'GET',
      path,
      need: 'lists.read',
      input: noQuery,
      places: (_, { code }) => [code],
      handle,
    });

  /** An act on an inspection that is there, and on which the caller may do it now. */
  const act = <I>(
    name: string,
    need: Need,
    kind: InspectionAct,
    input: z.ZodType<I>,
    told: (input: I, found: StoredInspection) => Promise<Told | Refused> | Told | Refused,
  ): AnyRoute =>
    route({
      method: 'POST',
      path: `${PATH}/:inspection/${name}`,
      need,
      input,
      places: (_, { code }) => [code],
      async handle(asked) {
        const found = await there(asked);
        if (found instanceof Response) return found;
        const reader = readerIn(inspectionsReaderOf(asked), found.unit);
        if (!inspectionActs(found.inspection, reader).includes(kind))
          return badFields(asked.request, [{ pointer: '', rule: 'inspection_act_closed' }]);
        const said = await told(asked.input, found);
        if ('faults' in said) return badFields(asked.request, said.faults);
        const write = kind === 'open' ? open : tell;
        await write(asked, found.unit, found.code, said);
        return shown(asked);
      },
    });

  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:code/inspection-totals',
      need: 'measures.read',
      input: inspectionTotalsQuery,
      places: (_, { code }) => [code],
      async handle({ request, input, params: { code = '' } }) {
        const to = input.to ?? today(code);
        const period = periodOf(request, { from: input.from ?? `${to.slice(0, 4)}-01-01`, to }, to);
        if (period instanceof Response) return period;
        const totals = await inspectionTotals(context, code, period, input.by);
        return answerOrFile(context, request, totals, () => totalsTable(code, totals));
      },
    }),
    readable('/api/v1/areas/:code/checklists', async ({ params: { code = '' } }) => {
      const known: ChecklistsAnswer = { checklists: checklistsOf(memory.tree, code, today(code)) };
      return answer(known);
    }),
    readable(`${PATH}/:inspection`, (asked) => shown(asked)),
    readable(`${PATH}/:inspection/picture`, async (asked) => {
      const found = await there(asked);
      if (found instanceof Response) return found;
      const picture = await pictureOf(context, found, inspectionsReaderOf(asked));
      return picture ? answer(picture) : problemResponse(asked.request, 'not_found');
    }),
    route({
      method: 'GET',
      path: `${PATH}/:inspection/minutes.pdf`,
      need: 'lists.read',
      input: minutesQuery,
      places: (_, { code }) => [code],
      async handle(asked) {
        const found = await there(asked);
        if (found instanceof Response) return found;
        const reader = inspectionsReaderOf(asked);
        const unit = memory.tree.areas.get(found.unit);
        // Without their words there is nothing to print.
        if (
          !unit ||
          found.inspection.openedAt === null ||
          !readerIn(reader, found.unit).may('inspections.read')
        )
          return problemResponse(asked.request, 'not_found');
        const inspection = await inspectionAnswer(context, found, reader);
        const photos = await photosOf(context, found, reader);
        const own = inspection.level === 'ward' ? unit : lineOf(memory.tree, unit.code).at(-1);
        const pdf = await minutesPdf({
          inspection,
          unit,
          by: own ?? unit,
          photos,
          at: now(),
          locale: asked.input.lang,
        });
        return new Response(new Uint8Array(pdf), {
          headers: {
            'content-type': 'application/pdf',
            'content-disposition': 'inline; filename="minutes.pdf"',
            'cache-control': 'no-store',
          },
        });
      },
    }),
    readable(`${PATH}/:inspection/findings/:finding/photo`, async (asked) => {
      const found = await there(asked);
      if (found instanceof Response) return found;
      const { finding = '' } = asked.params;
      const photo = await findingPhoto(context, found, finding, inspectionsReaderOf(asked));
      if (!photo) return problemResponse(asked.request, 'not_found');
      return new Response(new Uint8Array(photo), {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' },
      });
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'inspections.write',
      input: beginInspectionRequest,
      places: (_, { code }) => [code],
      async handle(asked) {
        const { request, input, params } = asked;
        const { code: unit = '' } = params;
        const area = memory.tree.areas.get(unit);
        if (!area || !isUnit(area)) return problemResponse(request, 'not_found');
        const { plannedDay, ...told } = input;
        if (plannedDay !== undefined && plannedDay < today(unit))
          return badFields(request, [{ pointer: '/plannedDay', rule: 'day_past' }]);
        const inspection = newCode('i');
        if (plannedDay === undefined)
          await open(asked, unit, inspection, {
            type: 'inspection.opened',
            data: { ...told, kind: 'surprise' },
          });
        else
          await tell(asked, unit, inspection, {
            type: 'inspection.planned',
            data: { ...told, kind: 'planned', day: plannedDay },
          });
        return shown({ ...asked, params: { ...params, inspection } }, 201);
      },
    }),
    act('open', 'inspections.write', 'open', plainInspectionRequest, (data) => ({
      type: 'inspection.opened',
      data,
    })),
    act('announce', 'inspections.write', 'announce', plainInspectionRequest, (data) => ({
      type: 'inspection.announced',
      data,
    })),
    act('findings', 'inspections.write', 'find', addFindingRequest, async (input, { unit }) => {
      const { photo: given, dueDay: dueAt, ...told } = input;
      if (dueAt !== undefined && dueAt < today(unit))
        return { faults: [{ pointer: '/dueDay', rule: 'day_past' }] };
      const photo = given === undefined ? undefined : await cleanPhoto(given);
      if (photo === null) return { faults: [{ pointer: '/photo', rule: 'photo_form' }] };
      return { type: 'inspection.finding_added', data: { ...told, finding: newCode('f'), dueAt, photo } };
    }),
    act('explain', 'inspections.answer', 'explain', explainInspectionRequest, (data, { inspection }) =>
      data.finding === undefined || inspection.findings.some(({ finding }) => finding === data.finding)
        ? { type: 'inspection.explained', data }
        : { faults: [{ pointer: '/finding', rule: 'no_such_finding' }] },
    ),
    act('remedied', 'inspections.answer', 'remedy', remedyRequest, (data, { inspection }) =>
      inspection.findings.some((one) => one.finding === data.finding && one.remediedAt === null)
        ? { type: 'inspection.remedied', data }
        : { faults: [{ pointer: '/finding', rule: 'no_such_finding' }] },
    ),
    act('minutes', 'inspections.write', 'sign', signMinutesRequest, (input, { unit }) => {
      const { documentDay: documentDate, ...told } = input;
      if (documentDate > today(unit)) return { faults: [{ pointer: '/documentDay', rule: 'day_ahead' }] };
      return { type: 'inspection.minutes_signed', data: { ...told, documentDate } };
    }),
    act('discipline', 'inspections.write', 'discipline', disciplineRequest, ({ form, people }, { unit }) =>
      isInForce(form, today(unit))
        ? { type: 'inspection.disciplined', data: { disciplineForm: form, people } }
        : { faults: [{ pointer: '/form', rule: 'form_not_in_force' }] },
    ),
    act('close', 'inspections.write', 'close', plainInspectionRequest, (data) => ({
      type: 'inspection.closed',
      data,
    })),
  ];
}
