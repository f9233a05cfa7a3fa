import { expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { sourceEvents } from '../../lib/domain/events/registry.ts';
import { ERRORS } from '../../lib/wire/errors.ts';
import { docsRoutes } from '../../server/http/docs.ts';
import { openapiDocument } from '../../server/http/openapi.ts';
import { exampleOf, SOURCE_TYPES } from '../../server/http/openapi-examples.ts';
import { createSecurityHeaders } from '../../server/http/security-headers.ts';

const document: Record<string, unknown> = JSON.parse(JSON.stringify(openapiDocument()));
const at = (pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, part) => (value as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/')],
      document,
    );

function* valuesOf(value: unknown): Generator<[key: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [key, inner];
    yield* valuesOf(inner);
  }
}

test('every type that a source may send is described and has an example', () => {
  expect([...SOURCE_TYPES].sort()).toEqual(Object.keys(sourceEvents).sort());
  for (const type of SOURCE_TYPES) {
    expect(at(`/components/schemas/${type}`)).toBeDefined();
    expect(
      at(
        `/paths/~1api~1v1~1events/post/requestBody/content/application~1cloudevents+json/examples/${type}/value`,
      ),
    ).toEqual(exampleOf(type));
  }
});

test.each(SOURCE_TYPES)('the example of %s is accepted at the door', (type) => {
  expect(readEnvelope(exampleOf(type))).toMatchObject({ ok: true, event: { type } });
});

test('the document is OpenAPI 3.1: every reference leads somewhere, every operation has its own name and answers', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.info).toMatchObject({ title: 'Thước Đo', version: '1' });
  const references = [...valuesOf(document)]
    .filter(([key]) => key === '$ref')
    .map(([, target]) => String(target));
  expect(references.length).toBeGreaterThan(20);
  for (const target of references) expect(at(target.slice(1)), target).toBeDefined();

  const names = new Set<unknown>();
  for (const [path, item] of Object.entries(document.paths as Record<string, object>)) {
    for (const operation of Object.values(item) as {
      operationId: string;
      responses: object;
      parameters?: { name: string; in: string; required: boolean }[];
    }[]) {
      expect(names.has(operation.operationId)).toBe(false);
      names.add(operation.operationId);
      expect(Object.keys(operation.responses).every((status) => /^[1-5]\d\d$/.test(status))).toBe(true);
      const inPath =
        operation.parameters
          ?.filter((parameter) => parameter.in === 'path')
          .map((parameter) => parameter.name) ?? [];
      expect(inPath).toEqual([...path.matchAll(/{(\w+)}/g)].map(([, name]) => name));
    }
  }
  // Which ones they are, tests/admin/openapi-routes.pg.test.ts says route by route.
  expect(names.size).toBeGreaterThan(40);
});

test('every error code is listed', () => {
  expect(at('/components/schemas/Problem/properties/code/enum')).toEqual(Object.keys(ERRORS));
});

test('the documentation is served from here, under a policy that allows nothing from elsewhere and nothing inline', async () => {
  const app = docsRoutes();
  const page = await app.request('/api/docs');
  const policy = createSecurityHeaders(null)('/api/docs').get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:/);
  const html = await page.text();
  expect(html).not.toMatch(/<script>|style=|https?:\/\//);
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => String(file));
  expect(files).toHaveLength(5);
  for (const file of files) expect((await app.request(file)).status, file).toBe(200);
  expect(await (await app.request('/api/v1/openapi.json')).json()).toEqual(document);
});

test.each(['/api/docs/package.json', '/api/docs/__proto__', '/api/docs/..%2Fpackage.json'])(
  '%s is not served',
  async (path) => {
    expect((await docsRoutes().request(path)).status).toBe(404);
  },
);
