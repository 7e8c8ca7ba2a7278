import { describe, expect, it } from 'vitest';
import { pushPayload } from './push-payload';
import { renderMessage } from './render';
import { hostileContent, pageContent } from './testing/contents';

const links = { acknowledge: 'https://ops.example.test/r/ack', escalate: 'https://ops.example.test/r/esc' };
const payloadOf = (content = pageContent()) => {
  const { subject, text, push } = renderMessage('push', content, links);
  if (!push) throw new Error('a push message tells how it travels');
  return { push, payload: pushPayload({ title: subject ?? '', body: text }, push, 'receipt-token') };
};

describe('a push message', () => {
  it('is one JSON for browsers that show it themselves and for our service worker', () => {
    expect(payloadOf().payload).toEqual({
      web_push: 8030,
      notification: {
        title: 'P1 · checkout-api',
        body: 'Error rate above 5 % · for 10 min · You are step 2 of Checkout.',
        navigate: 'https://ops.example.test/incidents/inc_1',
        tag: 'inc_1',
        lang: 'en',
        dir: 'auto',
        app_badge: '1',
        data: {
          url: 'https://ops.example.test/incidents/inc_1',
          isPage: true,
          acknowledge: links.acknowledge,
          escalate: links.escalate,
          receipt: 'receipt-token',
        },
      },
      mutable: true,
      app_badge: 1,
    });
  });

  it.each([
    ['HIGH', 'high', 900],
    ['MEDIUM', 'normal', 3600],
    ['LOW', 'low', 14_400],
  ] as const)('of urgency %s travels as %s and is kept for %s s', (urgency, hurry, ttlSeconds) => {
    const { push } = payloadOf(pageContent({ incident: { urgency } }));
    expect(push).toMatchObject({ urgency: hurry, ttlSeconds, topic: 'inc_1' });
  });

  it('that it is over takes the place of the page and has no buttons', () => {
    const { payload, push } = payloadOf(pageContent({ intent: 'resolved' }));
    expect(push).toMatchObject({ isPage: false, urgency: 'normal', links: null });
    expect(payload.notification).toMatchObject({ tag: 'inc_1', data: { acknowledge: null, escalate: null } });
  });

  it('stays below 3.8 KB whatever it is about, and gives up its buttons before its words', () => {
    const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
    expect(size(payloadOf(hostileContent()).payload)).toBeLessThanOrEqual(3800);
    const far = payloadOf(pageContent({ url: `https://ops.example.test/${'x'.repeat(1700)}` })).payload;
    expect(size(far)).toBeLessThanOrEqual(3800);
    expect(far.notification).toMatchObject({ title: 'P1 · checkout-api', data: { acknowledge: null } });
  });
});
