import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../server/project-folder.ts';

/** A file of the sources without a guard that stands in it. */
export type Removal = { file: string; from: (source: string) => string };

/** A guard by name, how it is removed, and the tests that must turn red then. */
export type Guard = { name: string; removals: readonly Removal[]; red: 'matrix' | 'revocation' | 'denials' };

type Swap = readonly [file: string, guard: string, without: string];

/** Puts something else in the one place where a text stands. */
const swap = ([file, guard, without]: Swap): Removal => ({
  file,
  from(source) {
    if (source.split(guard).length !== 2) throw new Error(`${file} does not hold once: ${guard}`);
    return source.replace(guard, () => without);
  },
});

const guard = (name: string, ...swaps: Swap[]): Guard => ({
  name,
  removals: swaps.map(swap),
  red: 'matrix',
});
const lasting = (name: string, ...swaps: Swap[]): Guard => ({
  ...guard(name, ...swaps),
  red: 'revocation',
});

const ROUTER = 'server/http/router.ts';
const EVENTS = 'server/http/events.ts';
const ACCESS = 'server/http/access.ts';
const DOOR = 'server/http/page-door.ts';
const CAN = 'lib/domain/access/can.ts';
const GRANT = 'lib/domain/access/grant.ts';
const ACTION = 'lib/domain/access/action.ts';
const ADMISSION = 'server/log/admission.ts';
const SESSIONS = 'server/auth/sessions.ts';
const WATCH = 'server/live/watch-rights.ts';
const LIVE = 'server/live/live.ts';

/** What stands between somebody who asks and what is not theirs. Each is removed alone, and something must turn red. */
const NAMED: readonly Guard[] = [
  guard('the router refuses nobody', [
    ROUTER,
    'if (!found.ok) return found.code;',
    'if (!found.ok) return null;',
  ]),
  guard('the router asks for a right somewhere', [
    ROUTER,
    'access.maySomewhere(found.subject, need)',
    'access !== null',
  ]),
  guard('the router asks for a right in each place', [
    ROUTER,
    'if (!access.may(subject, need, place))',
    'if (false)',
  ]),
  guard('what is hidden is answered as not there', [
    ROUTER,
    "hidden ? 'unknown_area' : 'forbidden'",
    "'forbidden'",
  ]),
  guard('what does not exist is answered as not there', [
    ROUTER,
    "if (place === undefined) return problemResponse(request, 'unknown_area');",
    'if (place === undefined) continue;',
  ]),
  guard('the own account is for people', [
    ROUTER,
    "found.subject.kind === 'person' : access",
    'true : access',
  ]),
  guard('changes come from own pages', [ROUTER, '!isSameOrigin(incoming, parts.publicUrl)', 'false']),
  guard('CSV asks for a right of its own', [
    ROUTER,
    '(wantsCsv(request) ? declared.csvNeed : undefined) ?? declared.need',
    'declared.need',
  ]),

  guard('events ask for a right to send', [
    EVENTS,
    "if (!key.rights.includes('write') && !key.rights.includes('import')) throw denied('key', 'forbidden');",
    '',
  ]),
  guard('a key sends for its own area', [
    ADMISSION,
    "by.kind === 'key' && !isWithin(memory.tree, event.unit, by.key.area)",
    'false',
  ]),
  guard('events are of units', [ADMISSION, '!isUnit(area)', 'false']),
  guard('a key with types sends those', [ADMISSION, '!key.types.includes(event.type)', 'false']),
  guard('a key with sources uses those', [ADMISSION, '!key.sources.includes(event.source)', 'false']),
  guard('nobody sends as a person or the server', [ADMISSION, 'OWN_SOURCE.test(event.source)', 'false']),
  guard('a source belongs to an area', [ADMISSION, 'bound !== key.area', 'false']),

  guard('a key must be known', [
    ACCESS,
    "if (!key || !timingSafeEqual(hash, Buffer.from(key.hash, 'hex'))) return { ok: false, code: 'bad_key' };",
    'if (!key) return { ok: true, key: [...memory.keys.values()][0] as Key };',
  ]),
  guard('a revoked key opens nothing', [
    ACCESS,
    "if (key.revokedAt !== null) return { ok: false, code: 'revoked_key' };",
    '',
  ]),
  guard('a wrong key is not made good by a session', [
    ACCESS,
    'if (authorization !== undefined) {',
    'if (authorization !== undefined && findKey(authorization).ok) {',
  ]),
  guard('a revoked wall opens nothing', [ACCESS, 'wall.revoked || ', '']),
  guard('K7: a role can ask for a second factor', [
    ACCESS,
    'held.secondFactor || !totpRequired.has(role)',
    'role !== undefined',
  ]),
  // Either of the two alone keeps a disabled person out.
  guard(
    'a disabled person is nobody',
    [ACCESS, ' || person.disabled', ''],
    [SESSIONS, '!isEnabled(memory.rights, person)', 'person === undefined'],
  ),
  guard('a session is signed', [SESSIONS, '!isSigned(held.token, cookie.slice(dot + 1))', 'false']),
  guard('an ended session is forgotten', [
    SESSIONS,
    'byId.delete(session.session);\n      byToken.delete(session.token);',
    '',
  ]),

  guard('K1: a role does what its action names', [CAN, 'actionOf(action).roles.includes(one.role) && ', '']),
  guard('K1: a role holds below its area only', [CAN, 'isWithin(tree, area, of)', 'area !== null']),
  guard('K2: an unknown area is nobody’s', [
    CAN,
    'if (area !== null && !tree.areas.has(area)) return false;',
    '',
  ]),
  guard('K4: the whole is not in a part', [
    CAN,
    '(area !== null && isWithin(tree, area, of))',
    '(area === null || isWithin(tree, area, of))',
  ]),
  guard('K5: a wall sees its own area alone', [
    CAN,
    'return wall && area === subject.area;',
    'return wall && covers(tree, subject.area, area);',
  ]),
  guard('K5: a wall does what walls do', [
    CAN,
    'return wall && area === subject.area;',
    'return area === subject.area;',
  ]),
  guard('K6: a key has the rights it was made with', [CAN, 'subject.rights.includes(key) && ', '']),
  guard('K6: a key stays in its area', [CAN, '&& covers(tree, subject.area, area);', ';']),
  guard('K3: a role begins', [GRANT, 'fromDay === null || fromDay <= day', 'fromDay !== undefined']),
  guard('K3: a role begins on its first day', [GRANT, 'fromDay <= day', 'fromDay < day']),
  guard('K3: a role ends', [GRANT, '(toDay === null || day <= toDay)', 'toDay !== undefined']),
  guard('K3: a role holds on its last day', [GRANT, 'day <= toDay', 'day < toDay']),
  guard('K3: a loan has days', [GRANT, '!holds(days, dayOf(lent.area)) || ', '']),
  guard('K3: a lent role must be one', [GRANT, '|| !holds(lent, dayOf(lent.area))) continue', ') continue']),
  guard('K3: a loan is to somebody', [
    GRANT,
    'to === person ? grants.get(grant) : undefined',
    'grants.get(grant)',
  ]),
  guard('K9: somebody is wherever a role is held', [
    'lib/domain/access/reach.ts',
    'holder === code && ',
    'false && ',
  ]),
  guard('K9: somebody is wherever a role was lent', [
    'lib/domain/access/reach.ts',
    'to === code ? ',
    'false ? ',
  ]),
  guard('a role may do no more than was decided', [
    ACTION,
    "'targets.set': { roles: ['admin', 'leader']",
    "'targets.set': { roles: ['admin', 'leader', 'head']",
  ]),

  guard('the tree shows what somebody may see', ['server/read/areas.ts', 'if (maySee(area.code)) ', '']),
  guard('people are listed where they are administered', [
    'server/admin/people.ts',
    'if (!places.some((area) => isAsked(memory.tree, asked, area))) return null;',
    '',
  ]),
  guard('keys are listed where they are administered', [
    'server/admin/keys.ts',
    "may('keys.manage', area) && isAsked",
    'isAsked',
  ]),
  guard('walls are listed where they are administered', [
    'server/admin/walls.ts',
    "may('walls.manage', area) && isAsked",
    'isAsked',
  ]),
  guard('acts are listed where they may be read', [
    'server/admin/audit.ts',
    "may('audit.read', null) ? null : seen()",
    'seen() === null ? [] : null',
  ]),
  guard('a loan is ended by its lender', [
    'server/auth/loan-routes.ts',
    '!loan || lender !== person',
    '!loan',
  ]),
  guard('an own role is lent, and no borrowed one', [
    'server/auth/loan-routes.ts',
    'one.grant === grant && one.onBehalfOf === null',
    'one.grant === grant',
  ]),
  guard('somebody ends the own sessions', [
    'server/auth/account-routes.ts',
    "if (!own) return problemResponse(asked.request, 'not_found');",
    'void own;',
  ]),

  guard('a page is for people', [DOOR, "if (found.ok && found.subject.kind === 'person')", 'if (true)']),
  guard('a page is not for walls and keys', [
    DOOR,
    "found.ok && found.subject.kind === 'person'",
    'found.ok',
  ]),
  guard('Next’s own doors are shut', [DOOR, 'if (SHUT.test(path))', 'if (false)']),
  guard('measures of the server are for who may', [
    'server/http/operations.ts',
    "found.ok && access.maySomewhere(found.subject, 'operations.read')",
    'found.ok',
  ]),

  guard('nobody connects to the socket', [WATCH, 'return found.ok;', 'return true;']),
  guard('a watch asks for a right in its area', [
    WATCH,
    'if (found.ok && mayWatch(found.subject, area)) return null;',
    'if (found.ok) return null;',
  ]),
  lasting('a watch ends with its right', [
    WATCH,
    'if (!mayWatch(found.subject, area)) audience.leave(client, area);',
    'audience.isWatched(area);',
  ]),
  lasting('a connection ends with its session', [
    WATCH,
    'if (!found.ok) client.disconnect(true);',
    'if (!found.ok) continue;',
  ]),
  lasting('a change of rights is heard at the sockets', [
    LIVE,
    'treeChanged || rightsChanged',
    'treeChanged',
  ]),
  lasting('a change of the tree is heard at the sockets', [
    LIVE,
    'treeChanged || rightsChanged',
    'rightsChanged',
  ]),
  lasting('a new day is heard at the sockets', [LIVE, 'if (daysTurned()) rights', 'if (false) rights']),
  lasting('a session has an end', [
    SESSIONS,
    'at >= expiresAt || at >= seenAt + IDLE_MS',
    'at >= expiresAt + seenAt',
  ]),
  lasting('other sessions end with the password', [
    'server/auth/credentials.ts',
    "await sessions.endAll(person, 'password_changed', by, session);",
    '',
  ]),
  ...['kpis', 'compare', 'history'].map((question) =>
    guard(`measures are not for everybody: ${question}`, [
      'server/http/reads.ts',
      `ofArea('${question}', 'measures.read'`,
      `ofArea('${question}', 'board.watch'`,
    ]),
  ),
  ...(
    [
      ['a route', ROUTER, 'parts.onDenied(', 'void (() => undefined)('],
      ['events', EVENTS, 'statistics.onDenied(to, code);', ''],
      ['a handshake', WATCH, "if (!found.ok) onDenied('nobody', found.code);", ''],
      ['a watch', WATCH, 'onDenied(found.ok ?', 'void (found.ok ?'],
      ['the measures of the server', 'server/http/operations.ts', 'onDenied(found.ok ?', 'void (found.ok ?'],
    ] as const
  ).map(
    ([what, ...removal]): Guard => ({ ...guard(`refusing ${what} is counted`, removal), red: 'denials' }),
  ),
  lasting('a link of recovery ends what was open', [
    'server/auth/credentials.ts',
    "await sessions.endAll(person, 'password_changed', by);",
    '',
  ]),
];

/** What a route declares: what it takes, asked of everybody instead, and the areas that it touches, none instead. */
const DECLARED: [what: string, line: RegExp, without: (found: string) => string][] = [
  [
    'need',
    /(?<=^ +need: )'[a-z.]+'(?=,$)/gm,
    (need) => (need === "'own'" || need === "'area.see'" ? "'public'" : "'area.see'"),
  ],
  ['places', /(?<=^ +places: )\(.*\) =>[^;]*?(?=,\n +(async )?handle|,\n +gives)/gm, () => '() => []'],
];

/** The same for every route, from the sources themselves. */
function declaredGuards(): Guard[] {
  const files = ['server/admin', 'server/auth', 'server/http'].flatMap((folder) =>
    readdirSync(join(projectFolder(), folder))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(projectFolder(), file), 'utf8');
    return DECLARED.flatMap(([what, line, without]) =>
      [...source.matchAll(line)].flatMap(({ 0: found, index }): Guard[] => {
        if (found === "'public'") return [];
        const path = /path: (.*),$/m.exec(source.slice(0, index).split('route({').at(-1) ?? '')?.[1];
        const from = (text: string): string =>
          text.slice(0, index) + without(found) + text.slice(index + found.length);
        const method =
          /method: '(\w+)'/.exec(source.slice(0, index).split('route({').at(-1) ?? '')?.[1] ?? '';
        return [
          {
            name: `${file}: ${what} of ${method} ${path ?? found}`,
            removals: [{ file, from }],
            red: 'matrix',
          },
        ];
      }),
    );
  });
}

export const GUARDS: readonly Guard[] = [...NAMED, ...declaredGuards()];
