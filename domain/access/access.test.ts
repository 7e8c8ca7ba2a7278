import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import { type Actor, ANONYMOUS, actorRef, SYSTEM } from './actor';
import { networkOf } from './address';
import { maskSecrets } from './mask';
import { withoutConfiguration } from './offline';
import { can, refuse } from './permissions';
import { isExpired, newSessionTimes, tokenExpiry } from './session-life';
import { viewerOf } from './viewer';

const NOW = 1_800_000_000_000;
const user = (role: 'ADMIN' | 'RESPONDER' | 'OBSERVER'): Actor => ({ kind: 'user', id: 'usr_1', name: 'Ada', role });

describe('an actor', () => {
  it('who is not signed in may do nothing and is asked to sign in', () => {
    expect(refuse(ANONYMOUS, 'incident.read')?.code).toBe('unauthenticated');
    expect(refuse(user('OBSERVER'), 'incident.respond')?.code).toBe('forbidden');
    expect(actorRef(ANONYMOUS)).toEqual({ kind: 'anonymous', name: 'Somebody not signed in' });
  });

  it.each([
    { actor: user('ADMIN'), respond: true },
    { actor: user('RESPONDER'), respond: true },
    { actor: user('OBSERVER'), respond: false },
    { actor: { kind: 'api-key', id: 'key_1', name: 'K', scopes: ['admin'] } as Actor, respond: true },
    { actor: { kind: 'api-key', id: 'key_1', name: 'K', scopes: ['config:write'] } as Actor, respond: false },
  ])('that could not be checked with the database acts on incidents only: $actor', ({ actor, respond }) => {
    const reduced = withoutConfiguration(actor);
    expect(can(reduced, 'incident.respond')).toBe(respond);
    for (const permission of ['config.write', 'people.write', 'secrets.write', 'audit.read'] as const) {
      expect(can(reduced, permission)).toBe(false);
    }
  });

  it('that is the system itself stays the system', () => {
    expect(withoutConfiguration(SYSTEM)).toBe(SYSTEM);
  });
});

describe('a session', () => {
  it.each([
    { kind: 'browser' as const, idle: 12 * HOUR, absolute: 30 * DAY },
    { kind: 'phone' as const, idle: 90 * DAY, absolute: 90 * DAY },
  ])('of a $kind ends by idling and at its absolute end', ({ kind, idle, absolute }) => {
    const session = newSessionTimes(kind, NOW);
    expect(isExpired(session, NOW + idle - 1)).toBe(false);
    expect(isExpired(session, NOW + idle)).toBe(true);
    const inUse = { ...session, lastSeenAt: NOW + absolute - 1 };
    expect(isExpired(inUse, NOW + absolute - 1)).toBe(false);
    expect(isExpired(inUse, NOW + absolute)).toBe(true);
    expect(tokenExpiry(session, NOW)).toBe(NOW + idle);
    expect(tokenExpiry(session, NOW + absolute - HOUR)).toBe(NOW + absolute);
  });
});

describe('a viewer', () => {
  it('carries the permissions of the role and nothing else of the row', () => {
    const row = {
      id: 'u',
      name: 'Ada',
      email: 'a@b.c',
      role: 'OBSERVER' as const,
      timezone: 'UTC',
      locale: 'en',
      hash: 'x',
    };
    expect(viewerOf(row)).toEqual({
      id: 'u',
      name: 'Ada',
      email: 'a@b.c',
      role: 'OBSERVER',
      timezone: 'UTC',
      locale: 'en',
      permissions: ['incident.read', 'config.read'],
    });
  });
});

describe('masking', () => {
  it('hides what is named like a secret at every depth and keeps the rest', () => {
    expect(
      maskSecrets({
        name: 'Web',
        dedupKey: 'disk',
        passwordHash: '$argon2id$…',
        slackToken: 'xoxb',
        key: null,
        monkey: 'kept',
        nested: [{ secretValue: 1, token: 't', scopes: ['read'] }],
      }),
    ).toEqual({
      name: 'Web',
      dedupKey: 'disk',
      passwordHash: '•••',
      slackToken: '•••',
      key: null,
      monkey: 'kept',
      nested: [{ secretValue: '•••', token: '•••', scopes: ['read'] }],
    });
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is of %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
