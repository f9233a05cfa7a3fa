import type { Command as Cli, Command } from 'commander';
import { INDEX766_COLUMNS, index766Definitions } from '../../lib/domain/imports/index766.ts';
import { type JsonOption, leaf } from './command.ts';
import { importDefinitions } from './import-definitions.ts';

type Options = JsonOption & { area: string; day: string; source: string };

/** `import index766 <csv>`: the published national index beside the own figures. */
export const index766Leaf = (): Cli =>
  leaf<Options>(
    'index766',
    `nhập Bộ chỉ số 766 đã công bố · imports the published index 766; cột · columns: ${INDEX766_COLUMNS.join(', ')}`,
    (command: Command) =>
      command
        .argument('<csv>', 'tệp CSV · CSV file')
        .requiredOption('--area <code>', 'thành phố · the root area beside whose figures it is shown')
        .requiredOption('--day <day>', 'ngày cuối của kỳ công bố, 2026-10-10 · last day that it speaks of')
        .requiredOption('--source <text>', 'nơi công bố · who published it'),
    ([path = ''], { area, day, source, json }) =>
      importDefinitions(
        {
          path,
          type: 'published.entered',
          required: INDEX766_COLUMNS,
          read: (lines) => index766Definitions(lines, { area, day, source }),
        },
        json ?? false,
      ),
  );
