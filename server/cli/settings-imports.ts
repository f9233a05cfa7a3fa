import { Command } from 'commander';
import { AREA_COLUMNS, areaDefinitions, OPTIONAL_AREA_COLUMNS } from '../../lib/domain/imports/areas.ts';
import {
  HOLIDAY_COLUMNS,
  holidayDefinitions,
  OPTIONAL_HOLIDAY_COLUMNS,
} from '../../lib/domain/imports/holidays.ts';
import {
  OPTIONAL_PROCEDURE_COLUMNS,
  PROCEDURE_COLUMNS,
  procedureDefinitions,
} from '../../lib/domain/imports/procedures.ts';
import {
  OPTIONAL_SERVICE_COLUMNS,
  SERVICE_COLUMNS,
  serviceDefinitions,
} from '../../lib/domain/imports/services.ts';
import {
  OPTIONAL_SESSION_COLUMNS,
  SESSION_COLUMNS,
  sessionDefinitions,
} from '../../lib/domain/imports/sessions.ts';
import {
  OPTIONAL_TARGET_COLUMNS,
  TARGET_COLUMNS,
  targetDefinitions,
} from '../../lib/domain/imports/targets.ts';
import { type JsonOption, leaf } from './command.ts';
import { generateHolidays } from './generate-holidays.ts';
import { importDefinitions } from './import-definitions.ts';

const columnsText = (required: readonly string[], optional: readonly string[]): string =>
  `cột · columns: ${required.join(', ')}; không bắt buộc · optional: ${optional.join(', ')}`;

const noOptions = (command: Command): Command => command;

const importLeaf = <Options extends JsonOption>(
  description: string,
  options: (command: Command) => Command,
  run: (path: string, options: Options) => Promise<number>,
): Command =>
  leaf<Options>(
    'import',
    description,
    (command) => options(command).argument('<csv>', 'tệp CSV, có thể nén gzip · CSV file, may be gzipped'),
    ([path = ''], given) => run(path, given),
  );

export const areasCommand = (): Command =>
  new Command('areas').description('cây khu vực · the tree of areas').addCommand(
    importLeaf<JsonOption & { demo?: boolean }>(
      `nhập cây khu vực · import areas; ${columnsText(AREA_COLUMNS, OPTIONAL_AREA_COLUMNS)}`,
      (command) => command.option('--demo', 'cây mô phỏng · a demonstration tree'),
      (path, { json = false, demo = false }) =>
        importDefinitions(
          {
            path,
            type: 'area.defined',
            required: AREA_COLUMNS,
            read: (lines, columns, tree) => areaDefinitions(lines, columns, tree, { demo }),
          },
          json,
        ),
    ),
  );

export const servicesCommand = (): Command =>
  new Command('services').description('dịch vụ · services').addCommand(
    importLeaf<JsonOption>(
      `nhập dịch vụ · import services; ${columnsText(SERVICE_COLUMNS, OPTIONAL_SERVICE_COLUMNS)}`,
      noOptions,
      (path, { json = false }) =>
        importDefinitions(
          {
            path,
            type: 'service.defined',
            required: SERVICE_COLUMNS,
            read: (lines, _columns, tree) => serviceDefinitions(lines, tree, Date.now()),
          },
          json,
        ),
    ),
  );

export const proceduresCommand = (): Command =>
  new Command('procedures').description('thủ tục hành chính · administrative procedures').addCommand(
    importLeaf<JsonOption>(
      `nhập thủ tục và thời hạn · import procedures with their limits; ${columnsText(PROCEDURE_COLUMNS, OPTIONAL_PROCEDURE_COLUMNS)}`,
      noOptions,
      (path, { json = false }) =>
        importDefinitions(
          {
            path,
            type: 'procedure.defined',
            required: PROCEDURE_COLUMNS,
            read: (lines, _columns, tree) => procedureDefinitions(lines, tree, Date.now()),
          },
          json,
        ),
    ),
  );

export const targetsCommand = (): Command =>
  new Command('targets').description('chỉ tiêu · targets').addCommand(
    importLeaf<JsonOption>(
      `nhập chỉ tiêu · import targets; ${columnsText(TARGET_COLUMNS, OPTIONAL_TARGET_COLUMNS)}`,
      noOptions,
      (path, { json = false }) =>
        importDefinitions(
          {
            path,
            type: 'target.set',
            required: TARGET_COLUMNS,
            read: (lines, _columns, tree) => targetDefinitions(lines, tree, Date.now()),
          },
          json,
        ),
    ),
  );

export const sessionsCommand = (): Command =>
  new Command('sessions').description('giờ làm việc · opening sessions').addCommand(
    importLeaf<JsonOption>(
      `nhập giờ làm việc · import opening sessions; ${columnsText(SESSION_COLUMNS, OPTIONAL_SESSION_COLUMNS)}`,
      noOptions,
      (path, { json = false }) =>
        importDefinitions(
          {
            path,
            type: 'sessions.set',
            required: SESSION_COLUMNS,
            read: (lines, _columns, tree) => sessionDefinitions(lines, tree, Date.now()),
          },
          json,
        ),
    ),
  );

export const holidaysCommand = (): Command =>
  new Command('holidays')
    .description('ngày nghỉ · holidays')
    .addCommand(generateHolidays())
    .addCommand(
      importLeaf<JsonOption>(
        `nhập ngày nghỉ · import holidays; ${columnsText(HOLIDAY_COLUMNS, OPTIONAL_HOLIDAY_COLUMNS)}`,
        noOptions,
        (path, { json = false }) =>
          importDefinitions(
            {
              path,
              type: 'sessions.set',
              required: HOLIDAY_COLUMNS,
              read: (lines, _columns, tree) => holidayDefinitions(lines, tree),
            },
            json,
          ),
      ),
    );
