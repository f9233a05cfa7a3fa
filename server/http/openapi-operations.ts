import type { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../lib/wire/errors.ts';
import type { DOCX_TYPE } from '../letters/docx-type.ts';
import type { XLSX_TYPE } from '../xlsx/workbook.ts';
import { type JsonSchema, ref, schemaOf } from './openapi-schemas.ts';

export const json = (schema: JsonSchema, more: object = {}) => ({ 'application/json': { schema, ...more } });

/** The refusals of an operation by status, each code with its title. */
export const problems = (...codes: readonly ErrorCode[]) =>
  Object.fromEntries(
    [...new Set(codes.map((code) => ERRORS[code].status))].map((status) => [
      status,
      {
        description: codes
          .filter((code) => ERRORS[code].status === status)
          .map((code) => `\`${code}\` ${ERRORS[code].en}`)
          .join(' · '),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );

/** The parameters of a query as its schema takes them. */
export function parametersOf(query: z.ZodType): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description,
    schema,
  }));
}

/** A route as the document tells it; `path` as the router has it. */
export type Described = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  id: string;
  summary: string;
  input: z.ZodType;
  /** Beside 200: made something. */
  created?: true;
  csv?: true;
  /** Instead of JSON. */
  answers?: 'application/pdf' | 'image/jpeg' | typeof XLSX_TYPE | typeof DOCX_TYPE;
};

const COMMON = [
  'no_session',
  'forbidden',
  'unknown_area',
  'rate_limited',
  'too_much_at_once',
  'not_recording',
  'internal',
] as const;
const OF_A_BODY = [
  'bad_input',
  'bad_json',
  'cross_origin',
  'body_too_large',
  'unsupported_media_type',
] as const;

/** Routes of people, by path and method. `security` says what a caller needs; none: []. */
export function pathsOf(
  tag: string,
  security: readonly Record<string, never[]>[],
  routes: readonly Described[],
): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, id, summary, input, created, csv, answers } of routes) {
    const inQuery = method === 'GET' || method === 'DELETE';
    const content = {
      ...(answers
        ? { [answers]: { schema: { type: 'string', format: 'binary' } } }
        : json({ type: 'object' })),
      ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
    };
    const operation = {
      operationId: id,
      tags: [tag],
      summary,
      security,
      parameters: [
        ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
          name,
          in: 'path',
          required: true,
          schema: { type: 'string' },
        })),
        ...(inQuery ? parametersOf(input) : []),
      ],
      ...(!inQuery && { requestBody: { required: true, content: json(schemaOf(input)) } }),
      responses: {
        [created ? 201 : 200]: { description: 'The answer.', content },
        ...problems(...(inQuery ? ['bad_parameter' as const] : OF_A_BODY), ...COMMON),
      },
    };
    const shown = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[shown] = { ...paths[shown], [method.toLowerCase()]: operation };
  }
  return paths;
}
