import { z } from 'zod';
import { freeText } from '../../domain/events/text.ts';

/** Passwords: 12–128 characters, any of them; length is what counts. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;
const newPassword = z
  .string()
  .min(MIN_PASSWORD, { message: 'password_short' })
  .max(MAX_PASSWORD, { message: 'password_long' });

/** User names: what can be typed on any keyboard and said on the telephone. Compared without case. */
export const loginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,62}$/, { message: 'login_form' });
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { message: 'too_big' })
  .pipe(z.email({ message: 'email_form' }));
export const personName = freeText(200);

const secretText = z.string().min(1, { message: 'required' }).max(MAX_PASSWORD, { message: 'password_long' });
/** Six digits of the app, or one of the backup codes. */
const secondFactor = z.string().trim().min(6, { message: 'totp_form' }).max(32, { message: 'totp_form' });
/** What stands behind the `#` of an address that opens something. */
export const secretToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: 'link_form' });

/**
 * `POST /api/v1/session`: user name or e-mail with password. Answers `bad_sign_in` for every reason, and `too_many_tries`
 * with Retry-After (seconds). `DELETE` signs out.
 */
export const signInRequest = z.strictObject({
  login: z.string().trim().min(1, { message: 'required' }).max(254, { message: 'too_big' }),
  password: secretText,
});
/** `POST /api/v1/session/second-factor`, when signing in answered `second_factor`. */
export const secondFactorRequest = z.strictObject({ code: secondFactor });
/** Where the person's work is, or that a second step is needed first. */
export type SignInAnswer = { kind: 'signed_in'; to: string } | { kind: 'second_factor' };

/** Kinds of one-time link: to begin, to choose a new password, to begin an installation, to look at the demonstration. */
export const LINK_KINDS = ['invitation', 'recovery', 'first_run', 'demo'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
/** `POST /api/v1/links/look`: what a link is for, without using it; `bad_link` when it opens nothing (any more). */
export const linkRequest = z.strictObject({ token: secretToken });
/** `expiresAt` null: as long as the server runs. */
export type LinkAnswer = {
  kind: LinkKind;
  name: string | null;
  login: string | null;
  expiresAt: string | null;
};
/** `POST /api/v1/links/use`: invitation and recovery choose a password; a demonstration link needs none. */
export const useLinkRequest = z.strictObject({ token: secretToken, password: newPassword.optional() });
/** `POST /api/v1/first-run`: the first administrator. Answers as signing in does. */
export const firstRunRequest = z.strictObject({
  token: secretToken,
  name: personName,
  login: loginName,
  email: emailAddress.optional(),
  password: newPassword,
});

/** `POST /api/v1/me/password` ends the other sessions. Rule of a wrong one: `current_wrong`. */
export const changePasswordRequest = z.strictObject({ current: secretText, next: newPassword });
/**
 * `POST /api/v1/me/second-factor` begins and answers the secret; `POST …/second-factor/confirm` with a code of it turns
 * it on; `POST …/second-factor/off` with the password turns it off. Both end every other session. What is wrong is a
 * fault of its field: `password_wrong`, `code_wrong`, `second_factor_on`.
 */
export const beginSecondFactorRequest = z.strictObject({ password: secretText });
export type SecondFactorAnswer = { uri: string; secret: string; backupCodes: string[] };
export const confirmSecondFactorRequest = z.strictObject({ code: secondFactor });
