import { defineConfig } from 'prisma/config';

// For Prisma's own commands (`npx prisma migrate deploy`, `studio`) on a DATABASE_URL; the server does not read it.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL },
});
