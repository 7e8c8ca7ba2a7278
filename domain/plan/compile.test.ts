import { describe, expect, it } from 'vitest';
import type { Layer } from '../schedule/schedule';
import { compilePlan, type PlanSource, type SourcePerson } from './compile';
import { DEFAULT_SERVICE_SETTINGS } from './plan';

const person = (id: string, more: Partial<SourcePerson> = {}): SourcePerson => ({
  id,
  name: id.toUpperCase(),
  role: 'RESPONDER',
  status: 'ACTIVE',
  timezone: 'UTC',
  locale: 'en',
  methods: [],
  rules: [],
  ...more,
});

const layer = (users: Layer['users']): Layer => ({
  name: 'Primary',
  priority: 1,
  start: '2026-01-05T09:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: '2026-01-05T09:00', handoff: '09:00' },
  users,
  restrictions: [],
});

const source = (more: Partial<PlanSource> = {}): PlanSource => ({
  organisation: { name: 'Acme', appUrl: 'https://pager.example.test' },
  service: { id: 'svc', name: 'Checkout', teamId: 'owners', runbookUrl: null, settings: DEFAULT_SERVICE_SETTINGS },
  policy: {
    id: 'pol',
    name: 'Default',
    repeat: 0,
    repeatAfterSeconds: 300,
    lastResort: [{ kind: 'USER', id: 'policy-last' }],
    steps: [
      { id: 's1', delaySeconds: 0, channels: null, targets: [{ kind: 'SCHEDULE', id: 'weekly' }] },
      { id: 's2', delaySeconds: 300, channels: null, targets: [{ kind: 'USER', id: 'boss' }] },
    ],
  },
  teams: [
    { id: 'owners', name: 'Owners', leadId: 'lead', members: [{ userId: 'member', receiveNotifications: false }] },
    { id: 'others', name: 'Others', leadId: null, members: [{ userId: 'stranger', receiveNotifications: true }] },
  ],
  schedules: [
    {
      id: 'weekly',
      name: 'Weekly',
      schedule: {
        timezone: 'UTC',
        layers: [layer(['turn-a', null, ['turn-b', 'turn-c']])],
        overrides: [{ user: 'stand-in', start: '2026-02-01T00:00:00Z', end: '2026-02-02T00:00:00Z' }],
      },
    },
    { id: 'unused', name: 'Unused', schedule: { timezone: 'UTC', layers: [layer(['stranger'])], overrides: [] } },
  ],
  people: [
    ...['policy-last', 'boss', 'lead', 'member', 'turn-a', 'turn-b', 'turn-c', 'stand-in', 'stranger', 'last'].map(
      (id) => person(id),
    ),
    person('admin', { role: 'ADMIN' }),
    person('former-admin', { role: 'ADMIN', status: 'DISABLED' }),
  ],
  lastResort: [{ kind: 'USER', id: 'last' }],
  usableChannels: ['email', 'sms'],
  ...more,
});

describe('compilePlan', () => {
  it('holds everybody whom paging may need, and nobody else', () => {
    const plan = compilePlan(source(), 7);
    expect(Object.keys(plan.people)).toEqual(
      ['admin', 'boss', 'last', 'lead', 'member', 'policy-last', 'stand-in', 'turn-a', 'turn-b', 'turn-c'].sort(),
    );
    expect(Object.keys(plan.teams)).toEqual(['owners']);
    expect(Object.keys(plan.schedules)).toEqual(['weekly']);
    expect(plan.admins).toEqual(['admin']);
    expect(plan.version).toBe(7);
  });

  it('keeps disabled people who are named, so that a page can say why they were passed over', () => {
    const given = source();
    const people = given.people.map((one) => (one.id === 'boss' ? { ...one, status: 'DISABLED' as const } : one));
    expect(compilePlan({ ...given, people }, 1).people.boss?.status).toBe('DISABLED');
  });

  it('holds those whom an incident was given to by hand', () => {
    const plan = compilePlan(source(), 1, [{ kind: 'TEAM', id: 'others' }]);
    expect(plan.teams).toHaveProperty('others');
    expect(plan.people).toHaveProperty('stranger');
  });

  it('says what each person may do, for when they answer while D1 is down', () => {
    expect(compilePlan(source(), 1).people.admin?.role).toBe('ADMIN');
  });

  it('carries the Slack workspace where there is one, and is the same as before where there is none', () => {
    const slack = { teamId: 'T1', token: 'sealed', channel: '#ops' };
    expect(compilePlan(source({ slack }), 1).slack).toEqual(slack);
    expect(compilePlan(source({ slack: null }), 1)).toEqual(compilePlan(source(), 1));
  });

  it('has no people but owners, last resort and admins without a policy', () => {
    const plan = compilePlan(source({ policy: null }), 1);
    expect(plan.policy).toBeNull();
    expect(Object.keys(plan.people)).toEqual(['admin', 'last', 'lead', 'member']);
  });

  it('survives references to what is gone', () => {
    const plan = compilePlan(source({ teams: [], schedules: [], people: [] }), 1);
    expect(plan.people).toEqual({});
  });

  it('hashes the same whatever the order of its source and the version', () => {
    const methods = [
      { id: 'cm2', kind: 'sms' as const, value: '+4915112345678', verified: true, enabled: true },
      { id: 'cm1', kind: 'email' as const, value: 'boss@example.test', verified: true, enabled: true },
    ];
    const rules = [
      { urgency: 'HIGH' as const, methodId: 'cm2', delaySeconds: 120 },
      { urgency: 'HIGH' as const, methodId: 'cm1', delaySeconds: 0 },
    ];
    const given = source();
    const people = given.people.map((one) => (one.id === 'boss' ? { ...one, methods, rules } : one));
    const turned = people.map((one) => ({ ...one, methods: one.methods.toReversed(), rules: one.rules.toReversed() }));
    const one = compilePlan({ ...given, people }, 1);
    const two = compilePlan(
      { ...given, people: turned.toReversed(), teams: given.teams.toReversed(), usableChannels: ['sms', 'email'] },
      2,
    );
    expect(two.hash).toBe(one.hash);
    expect(JSON.stringify({ ...two, version: 1 })).toBe(JSON.stringify(one));
  });

  it('hashes differently when anything that pages depend on differs', () => {
    const base = compilePlan(source(), 1).hash;
    const changed: Partial<PlanSource>[] = [
      { usableChannels: ['email'] },
      { lastResort: [] },
      { policy: null },
      { organisation: { name: 'Acme', appUrl: 'https://other.example.test' } },
    ];
    for (const change of changed) expect(compilePlan(source(change), 1).hash).not.toBe(base);
  });
});
