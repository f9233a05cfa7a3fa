import {
  COUNTED,
  type Guard,
  guard,
  LET_THROUGH,
  lost,
  OWN,
  PAGES,
  REFUSED,
  SENDING,
  SOCKET,
} from './guard.ts';

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
export const NAMED: readonly Guard[] = [
  guard(REFUSED, 'the router refuses nobody', [
    ROUTER,
    'if (!found.ok) return found.code;',
    'if (!found.ok) return null;',
  ]),
  guard(REFUSED, 'the router asks for a right somewhere', [
    ROUTER,
    'access.maySomewhere(found.subject, need)',
    'access !== null',
  ]),
  guard(REFUSED, 'the router asks for a right in each place', [
    ROUTER,
    'if (!access.may(subject, need, place))',
    'if (false)',
  ]),
  guard(REFUSED, 'what is hidden is answered as not there', [
    ROUTER,
    "hidden ? 'unknown_area' : 'forbidden'",
    "'forbidden'",
  ]),
  guard(REFUSED, 'what does not exist is answered as not there', [
    ROUTER,
    "if (place === undefined) return problemResponse(request, 'unknown_area');",
    'if (place === undefined) continue;',
  ]),
  guard(REFUSED, 'the own account is for people', [
    ROUTER,
    "found.subject.kind === 'person' : access",
    'true : access',
  ]),
  guard(REFUSED, 'changes come from own pages', [
    ROUTER,
    '!isSameOrigin(incoming, parts.publicUrl)',
    'false',
  ]),
  guard(REFUSED, 'CSV asks for a right of its own', [
    ROUTER,
    '(asFile ? declared.csvNeed : undefined) ?? declared.need',
    'declared.need',
  ]),

  guard(SENDING, 'events ask for a right to send', [
    EVENTS,
    "if (!key.rights.includes('write') && !key.rights.includes('import')) throw denied('key', 'forbidden');",
    '',
  ]),
  guard(SENDING, 'a key sends for its own area', [
    ADMISSION,
    "by.kind === 'key' && !isWithin(memory.tree, event.unit, by.key.area)",
    'false',
  ]),
  guard(SENDING, 'events are of units', [ADMISSION, '!isUnit(area)', 'false']),
  guard(SENDING, 'a key with types sends those', [ADMISSION, '!key.types.includes(event.type)', 'false']),
  guard(SENDING, 'a key with sources uses those', [
    ADMISSION,
    '!key.sources.includes(event.source)',
    'false',
  ]),
  guard(SENDING, 'nobody sends as a person or the server', [
    ADMISSION,
    'OWN_SOURCE.test(event.source)',
    'false',
  ]),
  guard(SENDING, 'a source belongs to an area', [ADMISSION, 'bound !== key.area', 'false']),

  guard(REFUSED, 'a key must be known', [
    ACCESS,
    "if (!key || !timingSafeEqual(hash, Buffer.from(key.hash, 'hex'))) return { ok: false, code: 'bad_key' };",
    'if (!key) return { ok: true, key: [...memory.keys.values()][0] as Key };',
  ]),
  guard(REFUSED, 'a revoked key opens nothing', [
    ACCESS,
    "if (key.revokedAt !== null) return { ok: false, code: 'revoked_key' };",
    '',
  ]),
  guard(REFUSED, 'a wrong key is not made good by a session', [
    ACCESS,
    'if (authorization !== undefined) {',
    'if (authorization !== undefined && findKey(authorization).ok) {',
  ]),
  guard(REFUSED, 'a revoked wall opens nothing', [ACCESS, 'wall.revoked || ', '']),
  guard(REFUSED, 'a revoked device opens nothing', [ACCESS, 'device.revoked || ', '']),
  guard(REFUSED, 'K7: a role can ask for a second factor', [
    ACCESS,
    'held.secondFactor || !totpRequired.has(role)',
    'role !== undefined',
  ]),
  // Either of the two alone keeps a disabled person out.
  guard(
    REFUSED,
    'a disabled person is nobody',
    [ACCESS, ' || person.disabled', ''],
    [SESSIONS, '!isEnabled(memory.rights, person)', 'person === undefined'],
  ),
  guard(REFUSED, 'a session is signed', [SESSIONS, '!isSigned(held.token, cookie.slice(dot + 1))', 'false']),
  guard(REFUSED, 'an ended session is forgotten', [
    SESSIONS,
    'byId.delete(session.session);\n      byToken.delete(session.token);',
    '',
  ]),

  guard(REFUSED, 'K1: a role does what its action names', [
    CAN,
    'actionOf(action).roles.includes(one.role) && ',
    '',
  ]),
  guard(REFUSED, 'K1: a role holds below its area only', [CAN, 'isWithin(tree, area, of)', 'area !== null']),
  guard(REFUSED, 'K2: an unknown area is nobody’s', [
    CAN,
    'if (area !== null && !tree.areas.has(area)) return false;',
    '',
  ]),
  guard(REFUSED, 'K4: the whole is not in a part', [
    CAN,
    '(area !== null && isWithin(tree, area, of))',
    '(area === null || isWithin(tree, area, of))',
  ]),
  guard(REFUSED, 'K5: a wall sees its own area alone', [
    CAN,
    'return wall && area !== null && viewIn(tree, subject, area) !== null;',
    'return wall && covers(tree, subject.area, area);',
  ]),
  guard(REFUSED, 'K5: a wall does what walls do', [
    CAN,
    'return wall && area !== null && viewIn(tree, subject, area) !== null;',
    'return area !== null && viewIn(tree, subject, area) !== null;',
  ]),
  guard(REFUSED, 'K16: a device does what devices of its kind do', [
    CAN,
    '(devices?.includes(subject.as) ?? false) && area === subject.area',
    'area === subject.area',
  ]),
  guard(REFUSED, 'K6: a key has the rights it was made with', [CAN, 'subject.rights.includes(key) && ', '']),
  guard(REFUSED, 'K6: a key stays in its area', [CAN, '&& covers(tree, subject.area, area);', ';']),
  guard(REFUSED, 'K3: a role begins', [GRANT, 'fromDay === null || fromDay <= day', 'fromDay !== undefined']),
  guard(LET_THROUGH, 'K3: a role begins on its first day', [GRANT, 'fromDay <= day', 'fromDay < day']),
  guard(REFUSED, 'K3: a role ends', [GRANT, '(toDay === null || day <= toDay)', 'toDay !== undefined']),
  guard(LET_THROUGH, 'K3: a role holds on its last day', [GRANT, 'day <= toDay', 'day < toDay']),
  guard(REFUSED, 'K3: a loan has days', [GRANT, '!holds(days, dayOf(lent.area)) || ', '']),
  guard(REFUSED, 'K3: a lent role must be one', [
    GRANT,
    '|| !holds(lent, dayOf(lent.area))) continue',
    ') continue',
  ]),
  guard(REFUSED, 'K3: a loan is to somebody', [
    GRANT,
    'to === person ? grants.get(grant) : undefined',
    'grants.get(grant)',
  ]),
  guard(REFUSED, 'K9: somebody is wherever a role is held', [
    'lib/domain/access/reach.ts',
    'holder === code && ',
    'false && ',
  ]),
  guard(REFUSED, 'K9: somebody is wherever a role was lent', [
    'lib/domain/access/reach.ts',
    'to === code ? ',
    'false ? ',
  ]),
  guard(REFUSED, 'a role may do no more than was decided', [
    ACTION,
    "'targets.set': { roles: ['admin', 'leader']",
    "'targets.set': { roles: ['admin', 'leader', 'head']",
  ]),

  guard(LET_THROUGH, 'the tree shows what somebody may see', [
    'server/read/areas.ts',
    'if (maySee(area.code)) ',
    '',
  ]),
  guard(LET_THROUGH, 'people are listed where they are administered', [
    'server/admin/people.ts',
    'if (!places.some((area) => isAsked(memory.tree, asked, area))) return null;',
    '',
  ]),
  guard(LET_THROUGH, 'keys are listed where they are administered', [
    'server/admin/keys.ts',
    "(area) => may('keys.manage', area)",
    '() => true',
  ]),
  guard(LET_THROUGH, 'walls are listed where they are administered', [
    'server/admin/walls.ts',
    "(area) => may('walls.manage', area)",
    '() => true',
  ]),
  guard(LET_THROUGH, 'devices are listed where they are administered', [
    'server/admin/devices.ts',
    "(area) => may('walls.manage', area)",
    '() => true',
  ]),
  guard(LET_THROUGH, 'acts are listed where they may be read', [
    'server/admin/audit.ts',
    "may('audit.read', null) ? null : seen()",
    'seen() === null ? [] : null',
  ]),
  guard(OWN, 'a loan is ended by its lender', [
    'server/auth/loan-routes.ts',
    '!loan || lender !== person',
    '!loan',
  ]),
  guard(OWN, 'an own role is lent, and no borrowed one', [
    'server/auth/loan-routes.ts',
    'one.grant === grant && one.onBehalfOf === null',
    'one.grant === grant',
  ]),
  guard(OWN, 'somebody ends the own sessions', [
    'server/auth/account-routes.ts',
    "if (!own) return problemResponse(asked.request, 'not_found');",
    'void own;',
  ]),

  guard(PAGES, 'a page is for people', [
    DOOR,
    "if (found.ok && found.subject.kind === 'person')",
    'if (true)',
  ]),
  guard(PAGES, 'a page is not for walls and keys', [
    DOOR,
    "found.ok && found.subject.kind === 'person'",
    'found.ok',
  ]),
  guard(PAGES, 'Next’s own doors are shut', [DOOR, 'if (SHUT.test(path))', 'if (false)']),
  guard(REFUSED, 'measures of the server are for who may', [
    'server/http/operations.ts',
    "found.ok && access.maySomewhere(found.subject, 'operations.read')",
    'found.ok',
  ]),

  guard(SOCKET, 'nobody connects to the socket', [
    'server/http/upgrades.ts',
    'return refuse(socket, 401);',
    'return sockets(request, socket, head);',
  ]),
  guard(SOCKET, 'a handshake comes from own pages', [
    'server/http/upgrades.ts',
    '!isSameOrigin(request, publicUrl)',
    'false',
  ]),
  guard(SOCKET, 'a watch asks for a right in its area', [
    WATCH,
    'if (found.ok && mayWatch(found.subject, area))',
    'if (found.ok)',
  ]),
  guard(lost('the role is ended'), 'a watch ends with its right', [
    WATCH,
    'if (!mayHear(found.subject, channel)) audience.leave(client, channel);',
    'audience.isWatched(channel);',
  ]),
  guard(lost('an administrator ends'), 'a connection ends with its session', [
    WATCH,
    'if (!found.ok) client.disconnect(true);',
    'if (!found.ok) continue;',
  ]),
  guard(lost('the role is ended'), 'a change of rights is heard at the sockets', [
    LIVE,
    'treeChanged || rightsChanged',
    'treeChanged',
  ]),
  guard(lost('the area moves out'), 'a change of the tree is heard at the sockets', [
    LIVE,
    'treeChanged || rightsChanged',
    'rightsChanged',
  ]),
  guard(lost('K3: roles'), 'a new day is heard at the sockets', [
    LIVE,
    'if (daysTurned()) rights',
    'if (false) rights',
  ]),
  guard(lost('a session that nobody'), 'a session has an end', [
    SESSIONS,
    'at >= expiresAt || at >= seenAt + IDLE_MS',
    'at >= expiresAt + seenAt',
  ]),
  guard(lost('the password is changed'), 'other sessions end with the password', [
    'server/auth/credentials.ts',
    "await sessions.endAll(person, 'password_changed', by, session);",
    '',
  ]),
  guard(lost('a link of recovery'), 'a link of recovery ends what was open', [
    'server/auth/credentials.ts',
    "await sessions.endAll(person, 'password_changed', by);",
    '',
  ]),
  ...['kpis', 'compare', 'history', 'replay', 'clocks'].map((question) =>
    guard(REFUSED, `measures are not for everybody: ${question}`, [
      'server/http/reads.ts',
      `ofArea('${question}', 'measures.read'`,
      `ofArea('${question}', 'board.watch'`,
    ]),
  ),
  ...(
    [
      ['a route', ROUTER, 'parts.onDenied(', 'void (() => undefined)('],
      ['events', EVENTS, 'statistics.onDenied(to, code);', ''],
      ['a handshake', 'server/http/upgrades.ts', "onDenied('nobody', found.code);", ''],
      ['a watch', WATCH, 'onDenied(found.ok ?', 'void (found.ok ?'],
      ['the measures of the server', 'server/http/operations.ts', 'onDenied(found.ok ?', 'void (found.ok ?'],
    ] as const
  ).map(([what, ...removal]): Guard => guard(COUNTED, `refusing ${what} is counted`, removal)),
];
