import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../shared/time';
import { type Circumstances, decideAlert, incidentIdOf, type KeyEntry } from './alert';

const NOW = Date.UTC(2026, 10, 23, 3);
const plain: Circumstances = { now: NOW, reopenWindowMinutes: null };
const entry = (over: Partial<KeyEntry> = {}): KeyEntry => ({
  ...{ dedupKey: 'k', generation: 2, incidentId: incidentIdOf('box', 'k', 2), open: true },
  ...over,
});
type Action = 'trigger' | 'acknowledge' | 'resolve' | 'ignored' | 'confirmed';
const decide = (
  action: Action,
  known: KeyEntry | null,
  over: Partial<Circumstances> = {},
  occurredAt: number | null = null,
) => decideAlert('box', 'k', { action, occurredAt }, known, { ...plain, ...over });

describe('decideAlert', () => {
  it('opens the first, forwards to the open one, and opens the next after a close', () => {
    expect(decide('trigger', null)).toMatchObject({ kind: 'open', generation: 1, isOver: false });
    expect(decide('trigger', entry())).toMatchObject({ kind: 'forward', incidentId: incidentIdOf('box', 'k', 2) });
    expect(decide('trigger', entry({ open: false }))).toMatchObject({ kind: 'open', generation: 3 });
  });

  it.each(['acknowledge', 'resolve'] as const)('only keeps an %s without an open incident', (action) => {
    expect(decide(action, null).kind).toBe('record');
    expect(decide(action, entry({ open: false })).kind).toBe('record');
    expect(decide(action, entry()).kind).toBe('forward');
  });

  it('opens the last incident again within the service’s window, to the millisecond', () => {
    const closed = entry({ open: false, closedAt: NOW - 10 * MINUTE });
    expect(decide('trigger', closed, { reopenWindowMinutes: 10 })).toMatchObject({ kind: 'reopen' });
    expect(decide('trigger', closed, { reopenWindowMinutes: 10, now: NOW + 1 })).toMatchObject({ kind: 'open' });
    expect(decide('trigger', closed, { reopenWindowMinutes: 0 })).toMatchObject({ kind: 'open' });
    expect(decide('trigger', entry({ open: false, closedAt: null }), { reopenWindowMinutes: 10 }).kind).toBe('open');
  });

  it('opens resolved only what the tool’s own times prove to be older than its resolve', () => {
    const earlyResolve = { at: NOW - 5000, heardAt: NOW - 100 };
    expect(decide('trigger', null, { earlyResolve }, NOW - 5001)).toMatchObject({ kind: 'open', isOver: true });
    for (const occurredAt of [NOW - 5000, NOW, null]) {
      expect(decide('trigger', null, { earlyResolve }, occurredAt)).toMatchObject({ kind: 'open', isOver: false });
    }
    const old = { ...earlyResolve, heardAt: NOW - HOUR - 1 };
    expect(decide('trigger', null, { earlyResolve: old }, NOW - 5001)).toMatchObject({ isOver: false });
  });

  it('remembers a resolve that has overtaken its trigger, where the tool tells times', () => {
    expect(decide('resolve', null, {}, NOW)).toMatchObject({ kind: 'record', isEarly: true });
    expect(decide('resolve', null)).toMatchObject({ kind: 'record', isEarly: false });
    expect(decide('acknowledge', null, {}, NOW)).toMatchObject({ kind: 'record', isEarly: false });
  });

  it('keeps a late resolve away from an incident that was triggered after it', () => {
    const known = entry({ triggeredAt: NOW });
    expect(decide('resolve', known, {}, NOW - 1).kind).toBe('record');
    for (const occurredAt of [NOW, NOW + 1, null])
      expect(decide('resolve', known, {}, occurredAt).kind).toBe('forward');
    expect(decide('resolve', entry(), {}, 1).kind).toBe('forward');
  });
});
