import { expect, test } from 'vitest';
import {
  addedEvents,
  isServerOnly,
  SERVER_WORDS,
  serverEvents,
  sourceEvents,
} from '../../lib/domain/events/registry.ts';

test('every definition is the server’s alone by its first word, and what sources tell is not', () => {
  const words = Object.keys(serverEvents).map((type) => type.split('.')[0]);
  expect(new Set(words)).toEqual(new Set(SERVER_WORDS));
  expect(
    [...Object.keys(serverEvents), ...Object.keys(addedEvents)].filter((type) => !isServerOnly(type)),
  ).toEqual([]);
  expect(Object.keys(sourceEvents).filter(isServerOnly)).toEqual([]);
});

test('names of no type yet belong to the server by their first word too; one that only begins like it does not', () => {
  expect(
    ['person.promoted', 'alert.raised', 'inspection.pictured'].filter((type) => !isServerOnly(type)),
  ).toEqual([]);
  expect(['personal', 'areas.defined', 'alert.acknowledged', 'toString'].filter(isServerOnly)).toEqual([]);
});
