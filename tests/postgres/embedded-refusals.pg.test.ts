import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ask, embeddedFolder } from '../support/embedded-folder.ts';

const folder = embeddedFolder();

describe('the embedded PostgreSQL', () => {
  test('refuses a second server on the same folder and leaves the first undisturbed', async () => {
    const owner = await folder.startOwner();
    await expect(folder.start()).rejects.toMatchObject({
      code: 'data_dir_in_use',
      message: expect.stringMatching(
        new RegExp(`tiến trình ${owner.process.pid}.*process ${owner.process.pid}`),
      ),
    });
    expect(await ask(owner.connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
    owner.process.kill('SIGTERM');
    await once(owner.process, 'close');
    expect((await folder.start()).reattached).toBe(false);
  });

  test('refuses the folder of another major version', async () => {
    const data = folder.path('postgres');
    await mkdir(data, { mode: 0o700 });
    await writeFile(folder.path('postgres', 'PG_VERSION'), '12\n');
    await expect(folder.start()).rejects.toMatchObject({
      code: 'postgres_other_major',
      message: expect.stringMatching(/PostgreSQL 12.*PostgreSQL 18.*DATA_DIR/s),
    });
    expect(await readdir(data)).toEqual(['PG_VERSION']);
  });

  test('refuses a folder that holds something else', async () => {
    await mkdir(folder.path('postgres'));
    await writeFile(folder.path('postgres', 'letter.txt'), 'Kính gửi');
    await expect(folder.start()).rejects.toMatchObject({ code: 'postgres_folder_foreign' });
  });

  test('refuses to start without the password of its data', async () => {
    await folder.stop(await folder.start());
    await rm(folder.path('postgres-password'));
    await expect(folder.start()).rejects.toMatchObject({ code: 'postgres_password_missing' });
  });

  test('refuses a wrong password file and leaves nothing running', async () => {
    await folder.stop(await folder.start());
    await writeFile(folder.path('postgres-password'), 'another');
    await expect(folder.start()).rejects.toMatchObject({ code: 'postgres_password_wrong' });
    expect(await readdir(folder.path('postgres'))).not.toContain('postmaster.pid');
  });

  test('says what PostgreSQL said when it cannot start', async () => {
    await folder.stop(await folder.start());
    await writeFile(folder.path('postgres', 'postgresql.conf'), 'shared_buffers = lots\n');
    await expect(folder.start()).rejects.toMatchObject({
      code: 'postgres_start_failed',
      message: expect.stringMatching(/postgres\.log.*shared_buffers/s),
    });
  });
});
