import { Command } from 'commander';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { DOSSIER_FIELDS, dossierEventsOf } from '../../lib/domain/imports/dossiers.ts';
import type { FieldReader } from '../../lib/domain/imports/field-map.ts';
import type { Line, Read, Row } from '../../lib/domain/imports/line-fault.ts';
import { good } from '../../lib/domain/imports/line-fault.ts';
import { RATING_FIELDS, ratingEventOf } from '../../lib/domain/imports/ratings.ts';
import { TICKET_FIELDS, ticketEventsOf } from '../../lib/domain/imports/tickets.ts';
import { SCALES, type Scale } from '../../lib/domain/rating-level.ts';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { AppError } from '../errors.ts';
import { type JsonOption, leaf } from './command.ts';
import { openCsv } from './csv-file.ts';
import { withDoor } from './door.ts';
import { index766Leaf } from './import-index766.ts';
import { checkPlace, type PlaceOptions, placeOptions, readerOf, unitOfLine } from './place.ts';
import { surveysLeaf } from './settings-imports.ts';
import { storeEvents } from './store-events.ts';
import { saySummary } from './summary.ts';

type RecordOptions = JsonOption & PlaceOptions;
type RatingOptions = JsonOption & PlaceOptions & { scale: string; time?: string };

export const importCommand = (): Command =>
  new Command('import')
    .description('nhập số liệu đã ghi · imports what was recorded')
    .addCommand(ticketsLeaf())
    .addCommand(dossiersLeaf())
    .addCommand(ratingsLeaf())
    .addCommand(surveysLeaf())
    .addCommand(index766Leaf());

const ticketsLeaf = (): Command =>
  recordsLeaf(
    'tickets',
    'nhập phiếu, mỗi dòng một phiếu · imports tickets, one a line',
    TICKET_FIELDS,
    ticketEventsOf,
  );

const dossiersLeaf = (): Command =>
  recordsLeaf(
    'dossiers',
    'nhập hồ sơ, mỗi dòng một hồ sơ · imports dossiers, one a line; due_at may be a mere date',
    DOSSIER_FIELDS,
    dossierEventsOf,
  );

/** A command for records whose steps stand in one line, each with its time. */
const recordsLeaf = <Field extends string>(
  name: string,
  what: string,
  fields: readonly Field[],
  eventsOf: (row: Row, read: FieldReader<Field>, unit: AreaDefinition) => Read<SourceEvent[]>,
): Command =>
  leaf<RecordOptions>(name, `${what}; ${fieldsText(fields)}`, placeOptions, ([path = ''], options) =>
    importEvents(path, options, (tree, columns) => {
      const unitOf = unitOfLine(tree, columns, options);
      const read = readerOf(fields, columns, options);
      return ({ row }) => {
        const unit = unitOf(row);
        return unit.ok ? eventsOf(row, read, unit.value) : unit;
      };
    }),
  );

const ratingsLeaf = (): Command =>
  leaf<RatingOptions>(
    'ratings',
    `nhập đánh giá, mỗi dòng một lượt · imports ratings, one a line; ${fieldsText(RATING_FIELDS)}`,
    (command) =>
      placeOptions(command)
        .option('--scale <scale>', `thang điểm · scale of the scores: ${SCALES.join(', ')}`, '5')
        .option(
          '--time <instant>',
          'thời điểm chung cho tệp không có giờ · one instant for files without times',
        ),
    ([path = ''], options) =>
      importEvents(path, options, (tree, columns) => {
        const unitOf = unitOfLine(tree, columns, options);
        const read = readerOf(RATING_FIELDS, columns, options);
        const scale = scaleOf(options.scale);
        return (line) => {
          const unit = unitOf(line.row);
          if (!unit.ok) return unit;
          const event = ratingEventOf(line, read, unit.value, { scale, time: options.time ?? null });
          return event.ok ? good([event.value]) : event;
        };
      }),
  );

type EventsOfLine = (line: Line) => Read<SourceEvent[]>;

async function importEvents(
  path: string,
  options: RecordOptions,
  prepare: (tree: Tree, columns: string[]) => EventsOfLine,
): Promise<number> {
  checkPlace(options);
  const file = await openCsv(path, []);
  const summary = await withDoor(async (door) =>
    storeEvents(file, door, path, prepare(await door.tree(), file.columns)),
  );
  return saySummary(summary, options.json === true);
}

const fieldsText = (fields: readonly string[]): string => `trường · fields: ${fields.join(' ')}`;

function scaleOf(text: string): Scale {
  const scale = SCALES.find((name) => name === text);
  if (scale) return scale;
  throw new AppError('bad_scale', `--scale phải là · must be one of: ${SCALES.join(', ')}`);
}
