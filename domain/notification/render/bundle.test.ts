import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../channels';
import { renderMessage } from './render';
import { pageContent } from './testing/contents';

const incidents = (count: number, more: { title?: string; serviceName?: string } = {}) =>
  Array.from({ length: count }, (_, n) => ({
    notificationId: `ntf_${n}`,
    incidentId: `inc_${n}`,
    title: `Disk ${n} full`,
    serviceName: 'checkout-api',
    ...more,
  }));
const links = {
  acknowledge: 'https://ops.example.test/r/ack',
  escalate: 'https://ops.example.test/r/esc',
  replyCode: 'AB12',
};
const bundled = (count: number, more = {}) =>
  pageContent({ bundle: { incidents: incidents(count, more), url: 'https://ops.example.test/incidents' } });

describe.each(CHANNELS)('%s', (channel) => {
  it('says how many there are on which service, and how to acknowledge them all', () => {
    const given = channel === 'voice' ? { ...links, keys: true as const } : links;
    const { subject, text, push } = renderMessage(channel, bundled(14), given);
    expect(`${subject ?? ''} ${text}`).toContain('14 more on checkout-api');
    if (channel === 'voice') expect(text).toContain('Press 4 to acknowledge all of them.');
    else expect(channel === 'push' ? push?.links?.acknowledge : text).toContain('https://ops.example.test/r/ack');
  });

  it('keeps control characters and mentions of hostile titles out', () => {
    const { subject, text } = renderMessage(channel, bundled(14, { title: '\u202e<!channel>\r\nX: y' }), links);
    expect(`${subject}${text}`).not.toMatch(/[\u202e\r]/);
    if (channel === 'slack') expect(text).not.toContain('<!channel>');
  });
});

it('a text message stays within two segments and keeps its link whole', () => {
  const { text } = renderMessage('sms', bundled(99, { title: 'word '.repeat(100) }), links);
  expect(text.length).toBeLessThanOrEqual(320);
  expect(text).toMatch(/Reply 4 AB12 to ack all\. Ack all: https:\/\/ops\.example\.test\/r\/ack$/);
});

it('a push never takes the place of a single page, and cannot escalate by one press what is many', () => {
  const { push } = renderMessage('push', bundled(14), links);
  expect(push?.tag).not.toBe(renderMessage('push', pageContent(), links).push?.tag);
  expect(push).toMatchObject({ all: 14, url: 'https://ops.example.test/incidents', links: { escalate: '' } });
});
