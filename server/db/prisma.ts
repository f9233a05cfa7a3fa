import { PrismaPg } from '@prisma/adapter-pg';
import { connectionConfig } from './connection-config.ts';
import { PrismaClient } from './generated/client.ts';

/** Prisma for ordinary reads, with the same session settings as every other connection. Disconnect it before the pool. */
export const openPrisma = (connectionString: string): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg(connectionConfig(connectionString)) });
