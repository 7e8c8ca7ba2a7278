import { describe, expect, it } from 'vitest';
import { announcement } from '../webhook/render/testing/events';
import { ANNOUNCEMENT_KINDS } from './announcement';
import { hears, listenersOf, type WatcherRole } from './watcher';

const heardBy = (role: WatcherRole, urgency: 'HIGH' | 'LOW') =>
  ANNOUNCEMENT_KINDS.filter((kind) =>
    hears(role, { kind, detail: { step: 2 }, incident: { urgency, priority: null } }),
  );

describe('a watcher', () => {
  it('hears everything as a follower, and the turns of it as a stakeholder', () => {
    expect(heardBy('FOLLOWER', 'LOW')).toEqual(ANNOUNCEMENT_KINDS);
    expect(heardBy('STAKEHOLDER', 'LOW')).toEqual([
      'opened',
      'acknowledged',
      'escalated',
      'urgency-raised',
      'resolved',
      'reopened',
    ]);
  });

  it('hears as an executive of what is grave, and nothing of the rest', () => {
    expect(heardBy('EXEC', 'HIGH')).toEqual(['opened', 'urgency-raised', 'resolved', 'reopened']);
    expect(heardBy('EXEC', 'LOW')).toEqual([]);
    expect(hears('EXEC', { kind: 'opened', detail: {}, incident: { urgency: 'LOW', priority: 'P1' } })).toBe(true);
    expect(hears('EXEC', { kind: 'opened', detail: {}, incident: { urgency: 'HIGH', priority: 'P3' } })).toBe(false);
    const lastResort = { kind: 'escalated' as const, detail: { step: null } };
    expect(hears('EXEC', { ...lastResort, incident: { urgency: 'HIGH', priority: null } })).toBe(true);
  });

  it('is not told of what they did, nor twice of the end', () => {
    const watchers = ['ana', 'bo', 'cy'].map((userId) => ({ userId, name: userId, role: 'FOLLOWER' as const }));
    const event = { ...announcement('resolved'), actor: { kind: 'user' as const, id: 'ana', name: 'Ana' } };
    expect(listenersOf(watchers, event, new Set(['bo'])).map(({ userId }) => userId)).toEqual(['cy']);
    const note = { ...event, kind: 'note-added' as const };
    expect(listenersOf(watchers, note, new Set(['bo'])).map(({ userId }) => userId)).toEqual(['bo', 'cy']);
  });
});
