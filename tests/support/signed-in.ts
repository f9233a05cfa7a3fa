import { randomBytes } from 'node:crypto';
import type { Role } from '../../lib/domain/access/role.ts';
import type { OperatorDoor } from '../../server/control-client.ts';

/** Long enough, and the same for everybody in tests. */
export const TEST_PASSWORD = 'một mật khẩu đủ dài';

export type SignedIn = {
  person: string;
  login: string;
  /** The value of a Cookie header. */
  cookie: string;
  /** Cookie and Origin, as a page of our own would send them. */
  headers: Record<string, string>;
};

type Given = { role: Role; area: string | null; login?: string; name?: string };

/** Where the tests' people sign in: the operator's door of a server and its address. */
export type SignInAt = { url: string; door: Pick<OperatorDoor, 'addPerson'> };

/** A new person with a role, who took the invitation and is signed in: the product's own way, one password hash long. */
export async function signIn({ url, door }: SignInAt, { role, area, ...given }: Given): Promise<SignedIn> {
  const login = given.login ?? `${role}-${randomBytes(4).toString('hex')}`;
  const made = await door.addPerson({ name: given.name ?? `Người ${login}`, login, role, area });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  const response = await send(url, '/api/v1/links/use', {
    token: tokenOf(made.link),
    password: TEST_PASSWORD,
  });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return { person: made.person, login, ...carried(url, response) };
}

/** The secret part of a one-time link. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);

/** The value of a Cookie header with what Set-Cookie headers gave. */
export const cookieHeader = (given: readonly string[]): string =>
  given
    .map((one) => one.split(';', 1)[0] ?? '')
    .filter((one) => !one.endsWith('='))
    .join('; ');

/** The cookies that an answer gave, and the headers that carry them. */
export function carried(url: string, response: Response): Pick<SignedIn, 'cookie' | 'headers'> {
  const cookie = cookieHeader(response.headers.getSetCookie());
  return { cookie, headers: { cookie, origin: url } };
}

/** Sends JSON as a page of our own would. */
export const send = (
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Response> =>
  fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
