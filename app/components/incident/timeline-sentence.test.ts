import { describe, expect, it } from 'vitest';
import type { ActorRef } from '../../../domain/access/actor';
import { TIMELINE_KINDS, type TimelineKind } from '../../../domain/incident/timeline';
import { timelineSentence } from './timeline-sentence';

const NOW = Date.parse('2026-11-23T02:03:28Z');
const clock = { now: NOW, locale: 'en-GB', timeZone: 'Europe/Berlin' };
const ana: ActorRef = { kind: 'user', id: 'usr_1', name: 'Ana Ruiz' };
const system: ActorRef = { kind: 'system', name: 'OpsKnight' };

function say(kind: TimelineKind, detail: Record<string, unknown> = {}, actor: ActorRef = system): string {
  const entry = { id: 'tle_1', seq: 1, at: NOW, kind, actor, origin: 'web' as const, detail };
  const { subject, verb, detail: more } = timelineSentence(entry, clock);
  return [`${subject} ${verb}`, more].filter(Boolean).join(' | ');
}

describe('a line of the timeline', () => {
  it.each<[string, TimelineKind, Record<string, unknown>, ActorRef?]>([
    [
      'Prometheus opened the incident | critical',
      'opened',
      { severity: 'critical' },
      { kind: 'integration', name: 'Prometheus' },
    ],
    [
      'Nobody is paged | The service has no escalation policy.',
      'nobody-paged',
      { reason: 'The service has no escalation policy.' },
    ],
    ['Step 1 pages Ana Ruiz and Bo', 'step-fired', { step: 1, cycle: 1, people: ['Ana Ruiz', 'Bo'] }],
    ['Step 2 pages Bo | cycle 3', 'step-fired', { step: 2, cycle: 3, people: ['Bo'] }],
    [
      'Step 2 reached nobody; the next step follows | nobody is on call',
      'step-empty',
      { step: 2, cycle: 1, reason: 'nobody is on call' },
    ],
    ['The policy has paged everyone it names | 1 cycle', 'policy-finished', { cycles: 1 }],
    [
      'Ana was paged by push | Pixel 8',
      'notification-sent',
      { userName: 'Ana', channel: 'push', to: 'Pixel 8', intent: 'page' },
    ],
    [
      'Ana was told that it is over by e-mail',
      'notification-sent',
      { userName: 'Ana', channel: 'email', intent: 'resolved' },
    ],
    [
      'Ana could not be reached by SMS | 30006',
      'notification-failed',
      { userName: 'Ana', channel: 'sms', error: '30006' },
    ],
    ['Ana Ruiz acknowledged | paging stopped', 'acknowledged', {}, ana],
    [
      'Ana Ruiz snoozed until 09:00 | “known, deploy at nine”',
      'snoozed',
      { until: Date.parse('2026-11-23T08:00:00Z'), reason: 'known, deploy at nine' },
      ana,
    ],
    ['Ana Ruiz escalated to step 3', 'escalated', { step: 3 }, ana],
    ['Ana Ruiz escalated to the next step', 'escalated', { step: null }, ana],
    ['Ana Ruiz reassigned to Bo', 'reassigned', { to: 'Bo' }, ana],
    ['Ana Ruiz reassigned to Bo', 'reassigned', { to: { kind: 'USER', id: 'usr_2', name: 'Bo' } }, ana],
    ['The snooze ended; paging starts again', 'snooze-ended', {}],
    ['Ana Ruiz ended the snooze', 'snooze-ended', {}, ana],
    ['Ana Ruiz resolved | “rolled back”', 'resolved', { note: 'rolled back' }, ana],
    ['deploy bot (API key) resolved', 'resolved', {}, { kind: 'api-key', id: 'key_1', name: 'deploy bot' }],
  ])('%s', (expected, kind, detail, actor) => {
    expect(say(kind, detail, actor)).toBe(expected);
  });

  it.each(TIMELINE_KINDS)('%s reads as a sentence without any detail, and with a wrong one', (kind) => {
    const odd = { step: 'x', people: [1], until: 'soon', channel: 7, to: null, userName: {}, reasons: 'no' };
    for (const line of [say(kind), say(kind, odd)]) {
      expect(line).toMatch(/^\S.* .+/);
      expect(line).not.toMatch(/undefined|null|NaN|object|Invalid/);
    }
  });

  it('names Slack where an answer came from there', () => {
    const entry = {
      id: 'tle_1',
      seq: 1,
      at: NOW,
      kind: 'acknowledged',
      actor: ana,
      origin: 'slack',
      detail: {},
    } as const;
    expect(timelineSentence(entry, clock).subject).toBe('Ana Ruiz, via Slack,');
  });
});
