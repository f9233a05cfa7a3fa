// A server as far as its database goes: owns the PostgreSQL of the DATA_DIR given and says so, until it is killed.
import { startEmbeddedPostgres } from '../../server/db/embedded-postgres.ts';
import { createLogger } from '../../server/logger.ts';

const [dataDir = ''] = process.argv.slice(2);
const { connectionString, reattached, stop } = await startEmbeddedPostgres({
  dataDir,
  logger: createLogger('silent'),
});
process.once('SIGTERM', () => void stop());
console.log(JSON.stringify({ connectionString, reattached }));
