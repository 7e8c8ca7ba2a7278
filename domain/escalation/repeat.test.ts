import { describe, expect, it } from 'vitest';
import { person, plan, policy, user } from '../plan/plan.testing';
import { signal, story } from './story.testing';

const paging = (channels: string[]) =>
  plan({ people: [person('ana', channels), person('bo')], policy: policy([[0, user('ana')]]) });

describe('a page by push', () => {
  it('is sent again after 30, 60 and 120 s until somebody acknowledges', () => {
    const incident = story(paging(['push']));
    incident.deliver('ana', { outcome: 'sent' });
    expect(incident.pages()).toEqual(['ana push']);
    incident.pass(30);
    expect(incident.pages()).toEqual(['ana push']);
    incident.pass(30);
    expect(incident.pages()).toEqual(['ana push']);
    incident.acknowledge();
    incident.pass(600);
    expect(incident.pages()).toEqual([]);
  });

  it('is sent four times at most, each an intent of its own', () => {
    const incident = story(paging(['push']));
    incident.pass(125);
    const ids = Object.values(incident.state.notifications).map(({ id, repetition }) => `${repetition} ${id}`);
    expect(ids.map((id) => id[0])).toEqual(['0', '1', '2', '3']);
    expect(new Set(ids.map((id) => id.slice(2))).size).toBe(4);
  });

  it('is not sent again to a device that is gone, nor below urgency HIGH, nor by another channel', () => {
    const gone = story(paging(['push', 'email']));
    const push = Object.values(gone.state.notifications).find(({ channel }) => channel === 'push');
    gone.play({ kind: 'claim', notificationId: push?.id ?? '' });
    const result = { outcome: 'failed', provider: 'web-push', providerId: null, error: 'gone' } as const;
    gone.play({ kind: 'settle', notificationId: push?.id ?? '', attempt: 1, result });
    gone.pages();
    gone.pass(150);
    expect(gone.pages()).toEqual([]);

    const medium = story(paging(['push', 'email']), signal({ urgency: 'MEDIUM' }));
    medium.pages();
    medium.pass(150);
    expect(medium.pages()).toEqual([]);
  });
});

const receipt = { provider: 'web-push', providerId: null, attempt: null, state: 'DELIVERED' } as const;

describe('a receipt', () => {
  it('counts before the sender has told of its success, and once', () => {
    const incident = story(paging(['push']));
    const { id } = Object.values(incident.state.notifications)[0] ?? { id: '' };
    incident.play({ kind: 'claim', notificationId: id });
    expect(incident.play({ kind: 'receipt', notificationId: id, receipt })).toEqual({ kind: 'applied' });
    const result = { outcome: 'sent', provider: 'web-push', providerId: null, error: null } as const;
    incident.play({ kind: 'settle', notificationId: id, attempt: 1, result });
    expect(incident.play({ kind: 'receipt', notificationId: id, receipt })).toEqual({ kind: 'unchanged' });
    expect(incident.messages()).toEqual(['ana push DELIVERED']);
    expect(incident.logged.filter((kind) => kind === 'notification-delivered')).toHaveLength(1);
    expect(incident.state.paged).toEqual({ ana: true });
  });

  it('of a page that was taken back, or of none of ours, changes nothing', () => {
    const incident = story(paging(['push']));
    const { id } = Object.values(incident.state.notifications)[0] ?? { id: '' };
    incident.acknowledge();
    expect(incident.play({ kind: 'receipt', notificationId: id, receipt })).toEqual({ kind: 'unknown' });
    expect(incident.play({ kind: 'receipt', notificationId: 'ntf_other', receipt })).toEqual({ kind: 'unknown' });
    expect(incident.messages()).toEqual(['ana push CANCELLED']);
  });
});

it('escalates once for each notification that is answered so', () => {
  const two = plan({
    policy: policy([
      [0, user('ana')],
      [300, user('bo')],
      [300, user('cy')],
    ]),
  });
  const incident = story(two);
  const escalate = (once: string) => incident.command({ verb: 'escalate', step: null, once });
  expect(escalate('ntf_1')).toEqual({ kind: 'applied' });
  expect(escalate('ntf_1')).toEqual({ kind: 'unchanged' });
  expect(incident.state.escalation.step).toBe(2);
  expect(escalate('ntf_2')).toEqual({ kind: 'applied' });
  expect(incident.state.escalation.step).toBe(3);
});
