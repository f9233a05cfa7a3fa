import {
  adoptModelRequest,
  endModelRequest,
  modelsQuery,
  startModelRequest,
} from '../../lib/wire/model-reads.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { pathsOf } from './openapi-operations.ts';

const ONE = '/api/v1/areas/:code/models/:model';

/** Models, in the document. */
export const modelPaths = () =>
  pathsOf(
    'Models',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: '/api/v1/models',
        id: 'listModels',
        summary: 'Ways of working that units try, the newest first',
        input: modelsQuery,
        csv: true,
      },
      {
        method: 'POST',
        path: '/api/v1/models',
        id: 'startModel',
        summary: 'Begins a model in a unit; people only',
        input: startModelRequest,
        created: true,
      },
      {
        method: 'GET',
        path: ONE,
        id: 'readModel',
        summary: 'A model with its measure before and since, unit by unit, and what may be said of it',
        input: noQuery,
      },
      {
        method: 'POST',
        path: `${ONE}/adopt`,
        id: 'adoptModel',
        summary: 'Spreads a model to a unit; people only',
        input: adoptModelRequest,
      },
      {
        method: 'POST',
        path: `${ONE}/end`,
        id: 'endModel',
        summary: 'Ends a model in a unit; people only',
        input: endModelRequest,
      },
    ],
  );
