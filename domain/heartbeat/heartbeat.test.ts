import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../shared/time';
import { heartbeatRoute } from './alert';
import {
  adopted,
  checked,
  expectation,
  type HeartbeatSettings,
  heartbeatState,
  looksAt,
  newRun,
  pinged,
} from './heartbeat';
import { createHeartbeatInput } from './input';
import { dueAfter, isCron } from './schedule';

const AT = Date.parse('2026-11-02T03:00:00Z');
const every = (periodSeconds: number, graceSeconds = 60): HeartbeatSettings => ({
  ...{ id: 'hbt_a', name: 'Nightly backup', secretHash: '', previousSecretHash: null, previousKeyEndsAt: null },
  ...{ urgency: null, enabled: true, cron: null, timezone: 'UTC', periodSeconds, graceSeconds },
});
const cron = (expression: string, timezone = 'Europe/Berlin') => ({ periodSeconds: null, cron: expression, timezone });
const heard = (settings: HeartbeatSettings, at = AT) =>
  pinged(settings, newRun(AT - HOUR), { now: at, failed: false }).run;

describe('a heartbeat with a period', () => {
  const settings = every(600);

  it('waits for its first ping and misses nothing before', () => {
    expect(looksAt(settings, newRun(AT))).toBeNull();
    expect(heartbeatState(settings, newRun(AT), AT + 30 * HOUR)).toBe('new');
    expect(checked(settings, newRun(AT), AT + 30 * HOUR).action).toBeNull();
  });

  it('is up until it is due, late in its grace, and down after', () => {
    const run = heard(settings);
    expect(expectation(settings, run)).toEqual({ dueAt: AT + 10 * MINUTE, missedAt: AT + 11 * MINUTE });
    expect(heartbeatState(settings, run, AT + 10 * MINUTE - 1)).toBe('up');
    expect(heartbeatState(settings, run, AT + 10 * MINUTE)).toBe('late');
    expect(checked(settings, run, AT + 11 * MINUTE - 1).action).toBeNull();
    const missed = checked(settings, run, AT + 11 * MINUTE);
    expect(missed).toMatchObject({ action: 'trigger', run: { downSince: AT + 11 * MINUTE } });
    expect(heartbeatState(settings, missed.run, AT + HOUR)).toBe('down');
  });

  it('opens once, however often it is looked at', () => {
    const { run } = checked(settings, heard(settings), AT + 11 * MINUTE);
    expect(looksAt(settings, run)).toBeNull();
    expect(checked(settings, run, AT + 50 * MINUTE).action).toBeNull();
  });

  it('resolves by the late ping, and counts from it', () => {
    const { run } = checked(settings, heard(settings), AT + 11 * MINUTE);
    const back = pinged(settings, run, { now: AT + 20 * MINUTE, failed: false });
    expect(back).toMatchObject({ action: 'resolve', run: { downSince: null } });
    expect(looksAt(settings, back.run)).toBe(AT + 31 * MINUTE);
  });

  it('is down at once when the job says that it failed', () => {
    const failed = pinged(settings, heard(settings), { now: AT + MINUTE, failed: true });
    expect(failed).toMatchObject({ action: 'trigger', run: { downSince: AT + MINUTE } });
    expect(heartbeatRoute(settings, failed, AT, 'https://x.test')?.event.title).toBe(
      'Nightly backup says that it failed',
    );
  });

  it('switched off notes pings and opens nothing', () => {
    const off = { ...settings, enabled: false };
    expect(pinged(off, newRun(AT), { now: AT, failed: true })).toMatchObject({ action: null, run: { lastPingAt: AT } });
    expect(looksAt(off, heard(off))).toBeNull();
    expect(heartbeatState(off, heard(off), AT)).toBe('paused');
  });

  it('counts anew from a change of its times and from being switched on, but not from a new name', () => {
    const run = heard(settings);
    expect(adopted(settings, { ...settings, name: 'B' }, run, AT + HOUR)).toEqual(run);
    expect(adopted(settings, every(60), run, AT + HOUR).since).toBe(AT + HOUR);
    expect(looksAt(every(60), adopted(settings, every(60), run, AT + HOUR))).toBe(AT + HOUR + 2 * MINUTE);
    expect(adopted({ ...settings, enabled: false }, settings, run, AT + HOUR).since).toBe(AT + HOUR);
  });
});

describe('after a time in which nobody was awake', () => {
  it.each([60, 300, 900])('a heartbeat of %i s is not missed, but has one more turn of its own', (period) => {
    const settings = every(period);
    const wake = AT + 3 * HOUR;
    const woken = checked(settings, heard(settings), wake);
    expect(woken.action).toBeNull();
    expect(looksAt(settings, woken.run)).toBe(wake + period * 1000 + MINUTE);
    expect(checked(settings, woken.run, wake + period * 1000 + MINUTE).action).toBe('trigger');
  });

  it('a ping in that turn is all that was needed', () => {
    const settings = every(600);
    const woken = checked(settings, heard(settings), AT + 3 * HOUR);
    const back = pinged(settings, woken.run, { now: AT + 3 * HOUR + MINUTE, failed: false });
    expect(back).toMatchObject({ action: null, run: { waitUntil: null, downSince: null } });
  });

  it('a daily one is waited for an hour and its grace, and the alert says why', () => {
    const settings = { ...every(86_400), ...cron('30 3 * * *', 'UTC'), graceSeconds: 600 };
    const wake = AT + 30 * HOUR;
    const woken = checked(settings, heard(settings), wake);
    expect(looksAt(settings, woken.run)).toBe(wake + HOUR + 10 * MINUTE);
    const missed = checked(settings, woken.run, wake + HOUR + 10 * MINUTE);
    expect(heartbeatRoute(settings, missed, AT, 'https://x.test')?.event.description).toContain('was not running');
  });
});

describe('times of cron', () => {
  const due = (expression: string, from: string, zone?: string) =>
    new Date(dueAfter(cron(expression, zone), Date.parse(from))).toISOString();

  it('follow the wall clock of their zone through both changes of clocks', () => {
    expect(due('0 3 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(due('0 3 * * *', '2026-10-24T12:00:00Z')).toBe('2026-10-25T02:00:00.000Z');
    expect(due('0 3 * * *', '2026-10-25T12:00:00Z')).toBe('2026-10-26T02:00:00.000Z');
  });

  it('that a change of clocks skips come after the gap', () => {
    expect(due('30 2 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('take a ping of a clock that runs ahead for the time it means', () => {
    expect(due('0 3 * * *', '2026-11-02T02:59:30Z', 'UTC')).toBe('2026-11-03T03:00:00.000Z');
    expect(due('0 3 * * *', '2026-11-02T02:58:00Z', 'UTC')).toBe('2026-11-02T03:00:00.000Z');
    expect(due('* * * * *', '2026-11-02T02:59:30Z', 'UTC')).toBe('2026-11-02T03:00:00.000Z');
  });

  it('that never come are none', () => {
    expect(['30 3 * * 1-5', '@daily', '*/5 * * * *'].every(isCron)).toBe(true);
    expect(['0 0 31 2 *', '* * * * * *', 'daily', '', '61 * * * *'].some(isCron)).toBe(false);
  });
});

describe('what makes a heartbeat', () => {
  const given = { name: 'N', serviceId: 'svc_a' };

  it('takes minutes or seconds, and is patient for five minutes', () => {
    expect(createHeartbeatInput.parse({ ...given, periodMinutes: 1.5 })).toMatchObject({
      periodSeconds: 90,
      graceSeconds: 300,
    });
  });

  it.each([
    ['neither period nor cron', {}, 'periodSeconds'],
    ['both', { periodSeconds: 60, cron: '@daily' }, 'cron'],
    ['a cron that never comes', { cron: '0 0 30 2 *' }, 'cron'],
  ])('refuses %s', (_what, more, path) => {
    const answer = createHeartbeatInput.safeParse({ ...given, ...more });
    expect(answer.error?.issues[0]?.path).toEqual([path]);
  });
});
