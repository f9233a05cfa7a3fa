import { Command } from 'commander';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { isDate } from '../../lib/domain/imports/recorded-time.ts';
import { TICKET_FIELDS, ticketEventsOf } from '../../lib/domain/imports/tickets.ts';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { AppError } from '../errors.ts';
import { type JsonOption, leaf } from './command.ts';
import { type CsvFile, openCsv } from './csv-file.ts';
import { withDoor } from './door.ts';
import { checkPlace, type PlaceOptions, placeOptions, readerOf, unitOfLine } from './place.ts';
import { playRecord, sayPlayed, speedOf } from './play-command.ts';
import { emptySummary, reject, type Summary, sayRejections } from './summary.ts';

type ReplayOptions = JsonOption & PlaceOptions & { day: string; speed: string };

export const replayCommand = (): Command =>
  new Command('replay').description('phát lại số liệu đã ghi · replays what was recorded').addCommand(
    leaf<ReplayOptions>(
      'tickets',
      'phát lại một ngày như đang xảy ra, chỉ trong cây mô phỏng · plays a recorded day as if it happened now, in demonstration trees only',
      (command) =>
        placeOptions(command)
          .requiredOption(
            '--day <date>',
            'ngày đã ghi, giờ của đơn vị · the recorded day, in the unit’s zone',
          )
          .option('--speed <n>', 'nhanh gấp mấy lần · how many times as fast', '1'),
      async ([path = ''], options) => {
        checkPlace(options);
        const speed = speedOf(options.speed);
        if (!isDate(options.day))
          throw new AppError('bad_day', `--day: "${options.day}" không phải ngày · is no date`);
        const file = await openCsv(path, []);
        return withDoor(async (door) => {
          const { record, summary } = await recordOf(file, await door.tree(), options);
          sayRejections(summary);
          if (record.length === 0) {
            throw new AppError(
              'empty_day',
              `Tệp không có phiếu nào của ngày ${options.day} · the file has no ticket of that day`,
            );
          }
          return sayPlayed(
            await playRecord(door, record, `replay-${options.day}`, speed),
            options.json === true,
          );
        });
      },
    ),
  );

/** The tickets whose first event lies on the day, in the order of time. */
async function recordOf(
  file: CsvFile,
  tree: Tree,
  options: ReplayOptions,
): Promise<{ record: SourceEvent[]; summary: Summary }> {
  const unitOf = unitOfLine(tree, file.columns, options);
  const read = readerOf(TICKET_FIELDS, file.columns, options);
  const summary = emptySummary();
  const record: SourceEvent[] = [];
  for await (const item of file.lines) {
    const unit = 'row' in item ? unitOf(item.row) : { ok: false as const, fault: item.fault };
    if (!('row' in item) || !unit.ok) {
      if (!unit.ok) reject(summary, item.line, unit.fault);
      continue;
    }
    refuseReal(unit.value);
    const events = ticketEventsOf(item.row, read, unit.value);
    if (!events.ok) reject(summary, item.line, events.fault);
    else if (firstDay(events.value, unit.value) === options.day) record.push(...events.value);
  }
  return { record: record.sort((a, b) => a.at - b.at), summary };
}

const firstDay = (events: readonly SourceEvent[], { timezone }: AreaDefinition): string =>
  localDay(timezone, Math.min(...events.map(({ at }) => at)));

function refuseReal({ code, demo }: AreaDefinition): void {
  if (demo) return;
  const rule = 'chỉ phát lại trong cây mô phỏng · replays go into demonstration trees only';
  throw new AppError('real_tree', `"${code}": ${rule}`);
}
