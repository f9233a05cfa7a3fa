/**
 * Working folder and environment of PostgreSQL's programs: ours may be out of their reach, hold secrets, or set PG*
 * and LC_* variables that change what they do.
 */
export function postgresSurroundings(): { cwd: string; env: NodeJS.ProcessEnv } {
  const { PATH, SystemRoot, TEMP, NODE_ENV } = process.env;
  return { cwd: '/', env: { PATH, SystemRoot, TEMP, NODE_ENV, LC_ALL: 'C', TZ: 'UTC' } };
}
