import { z } from 'zod';
import { envelope } from '../../lib/domain/events/envelope.ts';
import { type SourceType, sourceEvents } from '../../lib/domain/events/registry.ts';
import { ERRORS } from '../../lib/wire/errors.ts';
import { SOURCE_TYPES } from './openapi-examples.ts';

export type JsonSchema = Record<string, unknown>;

/** The schema of what a caller sends. Where a format says it all, its long pattern is left out. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return json;
}

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const oneType = (type: SourceType): JsonSchema => ({
  allOf: [
    ref('Envelope'),
    { type: 'object', properties: { type: { const: type }, data: schemaOf(sourceEvents[type]) } },
  ],
});

const number = { type: 'number' };
const maybeNumber = { type: ['number', 'null'] };
const text = { type: 'string' };

/** Parts of requests and answers by name. */
export const SCHEMAS: Record<string, JsonSchema> = {
  Envelope: {
    ...schemaOf(envelope),
    description: 'CloudEvents 1.0. (`source`, `id`) is the idempotency key.',
  },
  ...Object.fromEntries(SOURCE_TYPES.map((type) => [type, oneType(type)])),
  Event: { oneOf: SOURCE_TYPES.map(ref), discriminator: { propertyName: 'type', mapping: mappingOf() } },
  Share: {
    type: 'object',
    description: 'n of `of` with its Wilson 95 % interval; all null when `of` is 0.',
    properties: { n: number, of: number, share: maybeNumber, low: maybeNumber, high: maybeNumber },
    required: ['n', 'of', 'share', 'low', 'high'],
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457 problem details.',
    properties: {
      type: text,
      title: text,
      status: number,
      detail: text,
      code: { type: 'string', enum: Object.keys(ERRORS) },
      pointer: { type: 'string', description: 'Place in the body (RFC 6901).' },
      parameter: { type: 'string', description: 'Query parameter.' },
      faults: {
        type: 'array',
        description: 'Every field that breaks a rule, with the name of the rule.',
        items: { type: 'object', properties: { pointer: text, rule: text }, required: ['pointer', 'rule'] },
      },
    },
    required: ['type', 'title', 'status', 'code'],
  },
  Results: {
    type: 'object',
    properties: {
      results: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            index: number,
            id: { type: ['string', 'null'] },
            status: { enum: ['stored', 'duplicate', 'rejected'] },
            seq: number,
            error: { type: 'object', properties: { code: text, pointer: text, detail: text } },
          },
          required: ['index', 'id', 'status'],
        },
      },
    },
    required: ['results'],
  },
};

function mappingOf(): Record<string, string> {
  return Object.fromEntries(SOURCE_TYPES.map((type) => [type, `#/components/schemas/${type}`]));
}
