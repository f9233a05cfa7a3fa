import next from 'next';
import type { Pages } from './http/server.ts';
import { projectFolder } from './project-folder.ts';

/** Opens Next's pages in this process: a production build, or Turbopack with `development`. */
export async function openPages(development: boolean): Promise<Pages> {
  // Nothing about an installation leaves it.
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const app = next({ dev: development, dir: projectFolder(), customServer: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => upgrade(request, socket, head),
  };
}
