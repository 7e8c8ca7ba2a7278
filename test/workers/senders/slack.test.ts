import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderMessage } from '../../../domain/notification/render/render';
import { pageContent } from '../../../domain/notification/render/testing/contents';
import { signedBlocks, slackSender } from '../../../workers/senders/slack/slack';
import { fakeProvider } from '../../fakes/http';
import { outgoing } from './message';
import { outcomeOf } from './outcome';

afterEach(() => {
  vi.restoreAllMocks();
});

const sign = async (incidentId: string) => `signed ${incidentId}`;
const sender = slackSender({ botToken: 'xoxb-secret', apiUrl: 'https://slack.test/api', sign });
const rendered = renderMessage('slack', pageContent());
const message = outgoing({ ...rendered, channel: 'slack', to: 'U024BE7LH' });

describe('slackSender', () => {
  it('writes to the member: blocks, a text beside them, and what a repeat is found by', async () => {
    const provider = fakeProvider(200, { ok: true, channel: 'D0123456', ts: '1700000000.000100' });
    expect(await sender.send(message)).toEqual({ outcome: 'sent', providerId: 'D0123456/1700000000.000100' });
    const [request] = provider.sent();
    expect(request?.url).toBe('https://slack.test/api/chat.postMessage');
    expect(request?.headers.get('authorization')).toBe('Bearer xoxb-secret');
    expect(request?.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      channel: 'U024BE7LH',
      text: rendered.text,
      blocks: await signedBlocks(rendered.blocks ?? [], sign),
      unfurl_links: false,
      unfurl_media: false,
      metadata: {
        event_type: 'opsknight_notification',
        event_payload: { notification: message.id, incident: message.incidentId },
      },
    });
  });

  it('writes a message without blocks as text, at most 40,000 characters', async () => {
    const provider = fakeProvider(200, { ok: true, channel: 'D0123456', ts: '1700000000.000100' });
    await sender.send(outgoing({ channel: 'slack', text: 'x'.repeat(50_000), incidentId: undefined }));
    const body = JSON.parse(provider.sent()[0]?.body ?? '');
    expect(body).not.toHaveProperty('blocks');
    expect(body.text).toHaveLength(40_000);
  });

  it.each([
    [200, 'ratelimited', 'temporary'],
    [429, 'rate_limited', 'temporary'],
    [200, 'internal_error', 'temporary'],
    [200, 'fatal_error', 'temporary'],
    [200, 'request_timeout', 'temporary'],
    [500, 'invalid_auth', 'temporary'],
    [200, 'channel_not_found', 'recipient'],
    [200, 'is_archived', 'recipient'],
    [200, 'not_in_channel', 'recipient'],
    [200, 'restricted_action', 'setup'],
    [200, 'restricted_action_read_only_channel', 'setup'],
    [200, 'invalid_blocks', 'message'],
    [200, 'msg_blocks_too_long', 'message'],
    [200, 'msg_too_long', 'message'],
    [200, 'no_text', 'message'],
    [200, 'invalid_auth', 'setup'],
    [200, 'not_authed', 'setup'],
    [200, 'account_inactive', 'setup'],
    [200, 'token_revoked', 'setup'],
    [200, 'token_expired', 'setup'],
    [200, 'missing_scope', 'setup'],
    [200, 'new_in_2027', 'message'],
    [200, 'constructor', 'message'],
  ])('reads %s %s as %s', async (status, error, outcome) => {
    fakeProvider(status, { ok: false, error });
    expect(outcomeOf(await sender.send(message))).toBe(outcome);
  });

  it.each([
    [200, 'not json', 'temporary'],
    [200, { ok: true }, 'temporary'],
    [302, '', 'setup'],
    [404, '', 'setup'],
    [503, '<html>', 'temporary'],
  ])('goes by the status %s when there is no answer of Slack in it', async (status, body, outcome) => {
    fakeProvider(status, body);
    expect(outcomeOf(await sender.send(message))).toBe(outcome);
  });

  it('keeps the time to wait, and its token to itself', async () => {
    fakeProvider(429, { ok: false, error: 'ratelimited by xoxb-secret' }, { 'retry-after': '30' });
    const result = await sender.send(message);
    expect(result).toMatchObject({ outcome: 'failed-temporarily', retryAfterSeconds: 30 });
    expect(JSON.stringify(result)).not.toContain('xoxb-secret');
  });
});
