import { join } from 'node:path';
import { clusterFiles, readPassword } from '../../server/db/cluster-files.ts';
import { databaseName } from '../../server/db/new-cluster.ts';
import { readPostmasterFile } from '../../server/db/postmaster-file.ts';

/** Connection string of the embedded PostgreSQL that runs in a server's DATA_DIR. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const password = await readPassword(clusterFiles(dataDir).password);
  const file = await readPostmasterFile(join(dataDir, 'postgres'));
  if (!file) throw new Error('no PostgreSQL runs there');
  return `postgresql://${databaseName}:${password}@127.0.0.1:${file.port}/${databaseName}`;
}
