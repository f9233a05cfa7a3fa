import { publicSuggestionRequest } from '../../lib/wire/public-form.ts';
import { bookQuery, noQuery } from '../../lib/wire/reads-query.ts';
import {
  answerPageRequest,
  enterSuggestionRequest,
  erasePageRequest,
  instructPageRequest,
  seePageRequest,
  sortPageRequest,
} from '../../lib/wire/suggestion-reads.ts';
import { type Described, pathsOf } from './openapi-operations.ts';

const BOOK = '/api/v1/areas/:code/suggestions';

const act = (name: string, id: string, summary: string, input: Described['input']): Described => ({
  method: 'POST',
  path: `${BOOK}/:page/${name}`,
  id,
  summary,
  input,
});

const ACTS: readonly Described[] = [
  {
    method: 'POST',
    path: BOOK,
    id: 'enterSuggestion',
    summary: 'A clerk writes down what was said or handed in; the answer names its page',
    input: enterSuggestionRequest,
    created: true,
  },
  act('sort', 'sortPage', 'Sort a page; three kinds leave the book for the level above', sortPageRequest),
  act('seen', 'seePage', 'The head confirms "seen", with the password once more', seePageRequest),
  act('instruct', 'instructPage', 'An instruction with owner and day', instructPageRequest),
  act('answer', 'answerPage', 'The answer to the citizen', answerPageRequest),
  act('erase', 'erasePage', 'Remove what the citizen said; number, day and marks stay', erasePageRequest),
];

const PUBLIC: readonly Described[] = [
  {
    method: 'GET',
    path: '/api/v1/public/:code',
    id: 'readPublicForm',
    summary: 'The unit that a form is for, and the slip it is sent back with',
    input: noQuery,
  },
  {
    method: 'POST',
    path: '/api/v1/public/:code/suggestions',
    id: 'sendPublicForm',
    summary: 'What a citizen writes, without signing in; the receipt is answered this once',
    input: publicSuggestionRequest,
    created: true,
  },
  {
    method: 'GET',
    path: '/api/v1/public/:code/receipts/:receipt',
    id: 'readReceipt',
    summary: 'Where the page of a receipt stands, without a word of it',
    input: noQuery,
  },
];

/** The suggestion book: reading a page is for every reader, the acts are for people. */
export const bookPaths = () => {
  const acts = pathsOf('Suggestion book', [{ session: [] }], ACTS);
  const book = pathsOf(
    'Suggestion book',
    [{ session: [] }],
    [
      {
        method: 'GET',
        path: '/api/v1/areas/:code/book.pdf',
        id: 'printBook',
        summary: 'Pages of the book of a unit with their marks, as PDF',
        input: bookQuery,
        answers: 'application/pdf',
      },
    ],
  );
  const photo = pathsOf(
    'Suggestion book',
    [{ session: [] }],
    [
      {
        method: 'GET',
        path: `${BOOK}/:page/photo`,
        id: 'readPagePhoto',
        summary: 'The photo of a page, for whoever may read it',
        input: noQuery,
        answers: 'image/jpeg',
      },
    ],
  );
  const page = pathsOf(
    'Reading',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: `${BOOK}/:page`,
        id: 'readPage',
        summary: 'One page of the suggestion book, as far as the caller may know it',
        input: noQuery,
      },
    ],
  );
  const form = pathsOf('Suggestion form of the public', [], PUBLIC);
  return { ...acts, ...book, ...photo, ...page, ...form };
};
