import { afterEach, describe, expect, it, vi } from 'vitest';
import { newPost, type PostJob } from '../../../domain/slack/post';
import { announcement } from '../../../domain/slack/testing/announcement';
import { sendToChannel } from '../../../workers/senders/slack/channel';
import { fakeProvider } from '../../fakes/http';

afterEach(() => {
  vi.restoreAllMocks();
});

const settings = {
  botToken: 'xoxb-secret',
  apiUrl: 'https://slack.test/api',
  sign: async (incidentId: string) => `signed ${incidentId}`,
};
const PLACE = { channel: 'C024BE91L', ts: '1700000000.000100' };
const POSTED = { ok: true, ...PLACE };

const job = (more: Partial<PostJob> = {}): PostJob => ({
  incidentId: 'inc_1234567890',
  attempt: 1,
  seq: 1,
  post: newPost('#ops'),
  news: [announcement()],
  threadKinds: null,
  ...more,
});
const later = (post: Partial<PostJob['post']> = {}) =>
  job({
    seq: 2,
    post: { ...newPost('#ops'), place: PLACE, shownSeq: 1, toldSeq: 1, ...post },
    news: [announcement(), announcement({ kind: 'acknowledged', seq: 2, incident: { status: 'ACKNOWLEDGED' } })],
  });

describe('sendToChannel', () => {
  it('posts the first time, with signed buttons, and keeps where the message stands', async () => {
    const slack = fakeProvider(200, POSTED);
    const { result, reconnect } = await sendToChannel(settings, job());
    expect({ result, reconnect }).toEqual({
      result: { place: PLACE, shown: true, told: true, trouble: null },
      reconnect: null,
    });
    const [request] = slack.sent();
    expect(request?.url).toBe('https://slack.test/api/chat.postMessage');
    expect(request?.body).toContain('"channel":"#ops"');
    expect(request?.body).toContain('"value":"signed inc_1234567890"');
  });

  it('changes that message by the id of its channel afterwards, and tells the thread', async () => {
    const slack = fakeProvider(200, POSTED);
    expect((await sendToChannel(settings, later())).result).toMatchObject({ shown: true, told: true, trouble: null });
    const [update, reply] = slack.sent();
    expect(update?.url).toBe('https://slack.test/api/chat.update');
    expect(JSON.parse(update?.body ?? '')).toMatchObject({
      ...PLACE,
      text: 'Acknowledged: #1042 Disk full (checkout)',
    });
    expect(JSON.parse(reply?.body ?? '')).toMatchObject({
      channel: PLACE.channel,
      thread_ts: PLACE.ts,
      text: '*Ana* acknowledged, paging stopped',
    });
    expect(slack.sent()).toHaveLength(2);
  });

  it('does not change the message again when only the thread is left to tell', async () => {
    const slack = fakeProvider(200, POSTED);
    await sendToChannel(settings, later({ shownSeq: 2 }));
    expect(slack.sent().map(({ url }) => url)).toEqual(['https://slack.test/api/chat.postMessage']);
  });

  it('joins a public channel that it is not in', async () => {
    const slack = fakeProvider(200, { ok: false, error: 'not_in_channel' });
    const { result } = await sendToChannel(settings, job({ post: newPost('C024BE91L') }));
    expect(slack.sent().map(({ url }) => url.split('/').at(-1))).toEqual(['chat.postMessage', 'conversations.join']);
    expect(result.trouble).toEqual({ kind: 'failed', error: 'slack: not_in_channel: invite the bot into the channel' });
  });

  it('makes a deleted message anew, waits as it is told, and says when the token is worth nothing', async () => {
    fakeProvider(200, { ok: false, error: 'message_not_found' });
    expect((await sendToChannel(settings, later())).result.trouble).toEqual({ kind: 'gone' });
    vi.restoreAllMocks();
    fakeProvider(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '30' });
    expect((await sendToChannel(settings, job())).result.trouble).toMatchObject({ retryAfterSeconds: 30 });
    vi.restoreAllMocks();
    fakeProvider(200, { ok: false, error: 'account_inactive' });
    expect(await sendToChannel(settings, job())).toMatchObject({
      reconnect: 'account_inactive',
      result: { trouble: { kind: 'failed' } },
    });
  });
});
