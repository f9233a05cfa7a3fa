import { Command } from 'commander';
import { AREA_COLUMNS, areaDefinitions, OPTIONAL_AREA_COLUMNS } from '../../lib/domain/imports/areas.ts';
import type { Definitions } from '../../lib/domain/imports/definitions.ts';
import {
  HOLIDAY_COLUMNS,
  holidayDefinitions,
  OPTIONAL_HOLIDAY_COLUMNS,
} from '../../lib/domain/imports/holidays.ts';
import type { Line } from '../../lib/domain/imports/line-fault.ts';
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
import { OPTIONAL_SURVEY_COLUMNS, SURVEY_COLUMNS, surveyEntries } from '../../lib/domain/imports/surveys.ts';
import {
  OPTIONAL_TARGET_COLUMNS,
  TARGET_COLUMNS,
  targetDefinitions,
} from '../../lib/domain/imports/targets.ts';
import type { Tree } from '../../lib/domain/tree.ts';
import { type JsonOption, leaf } from './command.ts';
import { generateHolidays } from './generate-holidays.ts';
import { type FileOfDefinitions, importDefinitions } from './import-definitions.ts';

type SettingsImport<T, Options extends JsonOption> = Pick<FileOfDefinitions<T>, 'type' | 'required'> & {
  /** Its word behind that of the settings. */
  name?: string;
  /** What the command says that it imports. */
  what: string;
  optional: readonly string[];
  options?: (command: Command) => Command;
  read: (lines: Line[], tree: Tree, columns: string[], options: Options) => Definitions<T>;
};

/** The command `import <csv>` of one kind of settings. */
const importLeaf = <T, Options extends JsonOption = JsonOption>({
  name = 'import',
  what,
  type,
  required,
  optional,
  options = (command) => command,
  read,
}: SettingsImport<T, Options>): Command =>
  leaf<Options>(
    name,
    `${what}; cột · columns: ${required.join(', ')}; không bắt buộc · optional: ${optional.join(', ')}`,
    (command) => options(command).argument('<csv>', 'tệp CSV, có thể nén gzip · CSV file, may be gzipped'),
    ([path = ''], given) =>
      importDefinitions(
        { path, type, required, read: (lines, columns, tree) => read(lines, tree, columns, given) },
        given.json ?? false,
      ),
  );

export const areasCommand = (): Command =>
  new Command('areas').description('cây khu vực · the tree of areas').addCommand(
    importLeaf({
      what: 'nhập cây khu vực · import areas',
      type: 'area.defined',
      required: AREA_COLUMNS,
      optional: OPTIONAL_AREA_COLUMNS,
      options: (command) => command.option('--demo', 'cây mô phỏng · a demonstration tree'),
      read: (lines, tree, columns, { demo = false }: JsonOption & { demo?: boolean }) =>
        areaDefinitions(lines, columns, tree, { demo }),
    }),
  );

export const servicesCommand = (): Command =>
  new Command('services').description('dịch vụ · services').addCommand(
    importLeaf({
      what: 'nhập dịch vụ · import services',
      type: 'service.defined',
      required: SERVICE_COLUMNS,
      optional: OPTIONAL_SERVICE_COLUMNS,
      read: (lines, tree) => serviceDefinitions(lines, tree, Date.now()),
    }),
  );

export const proceduresCommand = (): Command =>
  new Command('procedures').description('thủ tục hành chính · administrative procedures').addCommand(
    importLeaf({
      what: 'nhập thủ tục và thời hạn · import procedures with their limits',
      type: 'procedure.defined',
      required: PROCEDURE_COLUMNS,
      optional: OPTIONAL_PROCEDURE_COLUMNS,
      read: (lines, tree) => procedureDefinitions(lines, tree, Date.now()),
    }),
  );

export const targetsCommand = (): Command =>
  new Command('targets').description('chỉ tiêu · targets').addCommand(
    importLeaf({
      what: 'nhập chỉ tiêu · import targets',
      type: 'target.set',
      required: TARGET_COLUMNS,
      optional: OPTIONAL_TARGET_COLUMNS,
      read: (lines, tree) => targetDefinitions(lines, tree, Date.now()),
    }),
  );

export const sessionsCommand = (): Command =>
  new Command('sessions').description('giờ làm việc · opening sessions').addCommand(
    importLeaf({
      what: 'nhập giờ làm việc · import opening sessions',
      type: 'sessions.set',
      required: SESSION_COLUMNS,
      optional: OPTIONAL_SESSION_COLUMNS,
      read: (lines, tree) => sessionDefinitions(lines, tree, Date.now()),
    }),
  );

export const holidaysCommand = (): Command =>
  new Command('holidays')
    .description('ngày nghỉ · holidays')
    .addCommand(generateHolidays())
    .addCommand(
      importLeaf({
        what: 'nhập ngày nghỉ · import holidays',
        type: 'sessions.set',
        required: HOLIDAY_COLUMNS,
        optional: OPTIONAL_HOLIDAY_COLUMNS,
        read: (lines, tree) => holidayDefinitions(lines, tree),
      }),
    );

/** `import surveys <csv>`: results that were published elsewhere. */
export const surveysLeaf = (): Command =>
  importLeaf({
    name: 'surveys',
    what: 'nhập kết quả khảo sát · import results of surveys',
    type: 'survey.entered',
    required: SURVEY_COLUMNS,
    optional: OPTIONAL_SURVEY_COLUMNS,
    read: (lines, tree) => surveyEntries(lines, tree, Date.now()),
  });
