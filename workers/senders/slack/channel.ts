import * as z from 'zod';
import { type ChannelMessage, channelMessage, threadReply } from '../../../domain/slack/message';
import type { PostJob, PostResult, SlackPlace } from '../../../domain/slack/post';
import { callSlack, type SlackRefusal, slackRequest } from './call';
import { postedAnswer, postFields, type SlackSettings, signedBlocks } from './slack';

/** A result, and Slack's code where the workspace has to be connected again. */
export type ChannelResult = { result: PostResult; reconnect: string | null };

const NOTHING: PostResult = { place: null, shown: false, told: false, trouble: null };

const troubleOf = (refusal: SlackRefusal): NonNullable<PostResult['trouble']> => {
  const { code, error, fault, retryAfterSeconds } = refusal;
  if (code === 'message_not_found' || code === 'cant_update_message') return { kind: 'gone' };
  if (fault === 'temporary') return { kind: 'temporary', error, retryAfterSeconds };
  return { kind: 'failed', error: code === 'not_in_channel' ? `${error}: invite the bot into the channel` : error };
};

const refusedWith = (refusal: SlackRefusal, done: Partial<PostResult> = {}): ChannelResult => ({
  result: { ...NOTHING, ...done, trouble: troubleOf(refusal) },
  reconnect: refusal.reconnect,
});

/**
 * Brings the incident's message in its channel up to date: posts it the first time, changes it afterwards and tells the
 * thread what happened. Never throws.
 */
export async function sendToChannel(settings: SlackSettings, job: PostJob): Promise<ChannelResult> {
  const newest = job.news.at(-1);
  if (!newest) return { result: { ...NOTHING, shown: true, told: true }, reconnect: null };
  const message = channelMessage(newest);
  const { place } = job.post;
  return place === null ? first(settings, job, message) : again(settings, job, message, place);
}

const idOf = ({ incidentId, seq }: PostJob): string => `${incidentId} ${seq}`;

async function first(settings: SlackSettings, job: PostJob, message: ChannelMessage): Promise<ChannelResult> {
  const { channel } = job.post;
  const blocks = await signedBlocks(message.blocks, settings.sign);
  const body = { channel, ...postFields(idOf(job), job.incidentId, message.text), blocks };
  const send = () => callSlack(slackRequest(settings, 'chat.postMessage', body), postedAnswer, [settings.botToken]);
  let answer = await send();
  if (!answer.ok && answer.code === 'not_in_channel' && (await join(settings, channel))) answer = await send();
  if (!answer.ok) return refusedWith(answer);
  const place = { channel: answer.value.channel, ts: answer.value.ts };
  return { result: { ...NOTHING, place, shown: true, told: true }, reconnect: null };
}

/** A public channel can be joined by its id; for a private one somebody has to invite us. */
async function join(settings: SlackSettings, channel: string): Promise<boolean> {
  if (!/^C[A-Z0-9]{6,}$/.test(channel)) return false;
  const request = slackRequest(settings, 'conversations.join', { channel });
  return (await callSlack(request, z.object({}), [settings.botToken])).ok;
}

async function again(
  settings: SlackSettings,
  job: PostJob,
  message: ChannelMessage,
  place: SlackPlace,
): Promise<ChannelResult> {
  const { channel, ts } = place;
  const { post, seq } = job;
  if (post.shownSeq < seq) {
    const blocks = await signedBlocks(message.blocks, settings.sign);
    const request = slackRequest(settings, 'chat.update', { channel, ts, text: message.text, blocks });
    const updated = await callSlack(request, z.object({}), [settings.botToken]);
    if (!updated.ok) return refusedWith(updated);
  }
  const reply = threadReply(
    job.news.filter((one) => one.seq > post.toldSeq),
    job.threadKinds,
  );
  if (reply === null) return { result: { ...NOTHING, place, shown: true, told: true }, reconnect: null };
  const body = { channel, thread_ts: ts, ...postFields(idOf(job), job.incidentId, reply) };
  const told = await callSlack(slackRequest(settings, 'chat.postMessage', body), postedAnswer, [settings.botToken]);
  if (!told.ok) return refusedWith(told, { place, shown: true });
  return { result: { ...NOTHING, place, shown: true, told: true }, reconnect: null };
}
