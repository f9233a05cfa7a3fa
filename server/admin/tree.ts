import { settingsAhead } from '../../lib/domain/settings-ahead.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import {
  areasCsvRequest,
  defineRequest,
  noQuery,
  type Settings,
  setTargetRequest,
} from '../../lib/wire/access/administration.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { areasDefined, csvAnswer, foreseen, linesOfCsv, readAreas, treeWithin } from './areas-csv.ts';
import { defineAsked } from './define-asked.ts';
import { placesOfDefinitions } from './definition-places.ts';

const PATH = '/api/v1/admin';

const csvInput = areasCsvRequest.transform(({ csv, ...asked }) => ({ ...asked, text: linesOfCsv(csv) }));

/** Areas, their services, opening sessions and targets. */
export const treeRoutes = ({ memory, door, now }: AdminDeps): AnyRoute[] => [
  route({
    method: 'POST',
    path: `${PATH}/areas`,
    need: 'tree.define',
    input: defineRequest,
    places: ({ definitions }) => placesOfDefinitions(memory.tree, definitions),
    async handle({ request, input: { definitions }, actor }) {
      const at = (index: number): string => `/definitions/${index}/data`;
      const defined = await defineAsked(request, door, definitions, actor(null), at);
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/areas/csv`,
    need: 'tree.define',
    input: csvInput,
    // A code that somebody else has is taken, whoever asks: the whole tree says so.
    places: ({ text, demo }, _params, _memory, mayIn) =>
      placesOfDefinitions(memory.tree, areasDefined(readAreas(text, treeWithin(memory.tree, mayIn), demo))),
    async handle({ input: { text, demo, dryRun }, may, actor }) {
      const read = readAreas(
        text,
        treeWithin(memory.tree, (area) => may('tree.define', area)),
        demo,
      );
      const outcomes = dryRun
        ? foreseen(memory, read, now())
        : await door.define(areasDefined(read), actor(null));
      return answer(csvAnswer(read, outcomes));
    },
  }),
  route({
    method: 'GET',
    path: `${PATH}/areas/:code/settings`,
    need: 'targets.set',
    input: noQuery,
    places: (_, { code }) => [code],
    handle({ params: { code = '' } }) {
      const settings: Settings = settingsAhead(memory.tree, code, localDayIn(memory.tree, code, now()));
      return answer(settings);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/targets`,
    need: 'targets.set',
    input: setTargetRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const defined = await defineAsked(
        request,
        door,
        [{ type: 'target.set', data: input }],
        actor(input.area),
      );
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];
