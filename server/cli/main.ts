import { Command } from 'commander';
import { backupCommand, restoreCommand } from './backups.ts';
import { importCommand } from './imports.ts';
import { keysCommand } from './keys.ts';
import { lettersCommand } from './letters.ts';
import { rebuildCommand } from './rebuild.ts';
import { replayCommand } from './replay.ts';
import {
  areasCommand,
  holidaysCommand,
  proceduresCommand,
  servicesCommand,
  sessionsCommand,
  targetsCommand,
} from './settings-imports.ts';
import { simulateCommand } from './simulate.ts';
import { usersCommand } from './users.ts';
import { verifyCommand } from './verify.ts';
import { webhooksCommand } from './webhooks.ts';

const program = new Command('npm run cli --')
  .description('Lệnh quản trị Thước Đo · administration of Thước Đo')
  .showHelpAfterError()
  .addCommand(areasCommand())
  .addCommand(servicesCommand())
  .addCommand(proceduresCommand())
  .addCommand(targetsCommand())
  .addCommand(sessionsCommand())
  .addCommand(holidaysCommand())
  .addCommand(keysCommand())
  .addCommand(usersCommand())
  .addCommand(webhooksCommand())
  .addCommand(importCommand())
  .addCommand(replayCommand())
  .addCommand(simulateCommand())
  .addCommand(rebuildCommand())
  .addCommand(verifyCommand())
  .addCommand(lettersCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand());

await program.parseAsync();
