import { chmod, chown, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { embeddedFolder, kill } from '../support/embedded-folder.ts';

const folder = embeddedFolder();
const isRoot = process.getuid?.() === 0;
/** A user that every system knows, neither root nor the one root runs PostgreSQL as. */
const ordinaryUser = { uid: 1, gid: 1 };

describe.runIf(isRoot)('the embedded PostgreSQL under root', () => {
  test.each([
    ['below a folder that only root may pass', 0o700],
    ['below a folder that all may pass', 0o755],
  ])('runs as an ordinary user, %s', async (_where, mode) => {
    await chmod(folder.dataDir, mode);
    await folder.start();
    expect((await stat(`/proc/${await folder.postmasterPid()}`)).uid).toBe(65_534);
  });

  test('runs for an ordinary user as that user, and for root afterwards too', async () => {
    await chown(folder.dataDir, ordinaryUser.uid, ordinaryUser.gid);
    const owner = await folder.startOwner(ordinaryUser);
    const pid = await folder.postmasterPid();
    expect((await stat(`/proc/${pid}`)).uid).toBe(ordinaryUser.uid);
    await kill(owner);
    const next = await folder.start();
    expect(next.reattached).toBe(true);
    await folder.stop(next);
    await folder.start();
    expect((await stat(`/proc/${await folder.postmasterPid()}`)).uid).toBe(ordinaryUser.uid);
  });
});
