import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of package.json, wherever the tool was called from. */
export const projectFolder = join(import.meta.dirname, '../..');

/** Path of the script behind a package's command, so that no shell or `.cmd` wrapper is needed.
 * @param {string} packageName @param {string} command */
export function scriptOf(packageName, command = packageName) {
  const folder = join(projectFolder, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program in the project folder with stdin closed and its output shown.
 * Gives its exit code; 127 when it cannot be started, 124 when it was stopped at the time limit.
 * @param {string} program @param {string[]} args
 * @param {{ env?: Record<string, string>, minutes?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = {}, minutes = 60 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      console.log(`${program} took more than ${minutes} minutes and is stopped.`);
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.on('error', (error) => {
      console.log(`${program} cannot be started: ${error.message}`);
      clearTimeout(limit);
      resolve(127);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve(late ? 124 : (code ?? 1));
    });
  });
}

/** Runs a Node script as `run` does. @param {string} script @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
