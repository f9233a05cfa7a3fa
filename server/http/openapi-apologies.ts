import {
  deliverRequest,
  draftQuery,
  draftRequest,
  letterQuery,
  signRequest,
} from '../../lib/wire/apology-acts.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { type Described, pathsOf } from './openapi-operations.ts';

const ONE = 'apologies/:apology';

const at = (
  call: `${Described['method']} ${string}`,
  id: string,
  summary: string,
  input: Described['input'],
  more: Pick<Described, 'created'> = {},
): Described => {
  const [method, path] = call.split(' ') as [Described['method'], string];
  return { method, path: `/api/v1/areas/:code/${path}`, id, summary, input, ...more };
};

const ROUTES: readonly Described[] = [
  at('GET apology-draft', 'startApology', 'What is known before a letter is written', draftQuery),
  at('POST apologies', 'draftApology', 'Drafts a letter, or anew one that is not signed', draftRequest, {
    created: true,
  }),
  at(`GET ${ONE}`, 'readApology', 'One letter with its steps', noQuery),
  at(`GET ${ONE}/letter`, 'readLetter', 'The drafted letter as Word or PDF', letterQuery),
  at(`POST ${ONE}/signed`, 'signApology', 'Says that a letter is signed, with the signed file', signRequest),
  at(`POST ${ONE}/delivered`, 'deliverApology', 'Says how and when a letter was delivered', deliverRequest),
  at(`GET ${ONE}/signed-file`, 'readSignedFile', 'The signed file, as it was sent', noQuery),
];

/** The routes of the chain of apologies in the document. */
export const apologyPaths = () => pathsOf('Apologies', [{ session: [] }], ROUTES);
