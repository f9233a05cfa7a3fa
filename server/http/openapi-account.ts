import { lendRequest } from '../../lib/wire/access/account.ts';
import { empty, noQuery } from '../../lib/wire/access/administration.ts';
import { claimRequest } from '../../lib/wire/access/pairing.ts';
import {
  beginSecondFactorRequest,
  changePasswordRequest,
  confirmSecondFactorRequest,
  firstRunRequest,
  linkRequest,
  secondFactorRequest,
  signInRequest,
  useLinkRequest,
} from '../../lib/wire/access/sign-in.ts';
import { openWallRequest } from '../../lib/wire/access/wall-session.ts';
import { officerFiguresQuery } from '../../lib/wire/officer-reads.ts';
import { lookRequest } from '../../lib/wire/since-reads.ts';
import { type Described, pathsOf } from './openapi-operations.ts';

const at = (
  call: `${Described['method']} ${string}`,
  id: string,
  summary: string,
  input: Described['input'],
  more: Pick<Described, 'created'> = {},
): Described => {
  const [method, path] = call.split(' ') as [Described['method'], string];
  return { method, path: `/api/v1/${path}`, id, summary, input, ...more };
};

const SIGNING_IN: readonly Described[] = [
  at('POST session', 'signIn', 'Sign in; may ask for a second step', signInRequest),
  at(
    'POST session/second-factor',
    'signInSecondFactor',
    'The second step of signing in',
    secondFactorRequest,
  ),
  at('DELETE session', 'signOut', 'Sign out', noQuery),
  at('POST links/look', 'lookAtLink', 'What a one-time link is for, without using it', linkRequest),
  at('POST links/use', 'takeLink', 'Uses a one-time link', useLinkRequest),
  at('POST first-run', 'firstRun', 'The first administrator', firstRunRequest),
  at('POST wall-session', 'openWall', 'The token of a wall for its cookie', openWallRequest),
  at('GET wall-session', 'readWallSession', 'Which wall this browser is', noQuery),
  at('GET device-session', 'readDeviceSession', 'Which device this browser is', noQuery),
  at('POST pairing', 'beginPairing', 'A code to show until an administrator types it', empty, {
    created: true,
  }),
  at('POST pairing/claim', 'claimPairing', 'Whether it was typed; then the cookie', claimRequest),
];

const OWN: readonly Described[] = [
  at('GET me', 'readMe', 'The own account and its roles', noQuery),
  at('GET me/sessions', 'listMySessions', 'Where one is signed in', noQuery),
  at('DELETE me/sessions', 'endMySessions', 'Ends all other sessions', noQuery),
  at('DELETE me/sessions/:session', 'endMySession', 'Ends one session', noQuery),
  at('POST me/password', 'changePassword', 'Another password', changePasswordRequest),
  at(
    'POST me/second-factor',
    'beginSecondFactor',
    'Begins to set up a second factor',
    beginSecondFactorRequest,
  ),
  at('POST me/second-factor/confirm', 'confirmSecondFactor', 'Turns it on', confirmSecondFactorRequest),
  at('POST me/second-factor/off', 'endSecondFactor', 'Turns it off', beginSecondFactorRequest),
  at('GET me/officers', 'listMyOfficers', 'The own officer codes, and who looked at them', noQuery),
  at(
    'GET me/officers/:link/figures',
    'readMyFigures',
    'The own figures of a period that has ended',
    officerFiguresQuery,
  ),
  at('POST me/looks', 'lookAtArea', 'Says that one looks at an area; until when one did before', lookRequest),
  at('GET me/loans', 'listMyLoans', 'Roles lent by and to one', noQuery),
  at('POST me/loans', 'lendRole', 'Lends an own role for some days', lendRequest),
  at('DELETE me/loans/:loan', 'endLoan', 'Takes a lent role back', noQuery),
];

/** O2: by the head of the unit; the person it belongs to asks for the own ones. */
const OFFICERS: readonly Described[] = [
  at('GET areas/:code/officers', 'listOfficerCodes', 'Officer codes of a unit, for its head', noQuery),
  at(
    'GET areas/:code/officers/:officer/figures',
    'readOfficerFigures',
    'Figures of one officer code in a period that has ended, for the head of the unit',
    officerFiguresQuery,
  ),
];

/** Signing in, which asks for nothing, and the own account, in the document. */
export const accountPaths = () => ({
  ...pathsOf('Account', [], SIGNING_IN),
  ...pathsOf('Account', [{ session: [] }], OWN),
  ...pathsOf('Officers', [{ session: [] }], OFFICERS),
});
