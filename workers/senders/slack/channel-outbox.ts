import { slackAsText } from '../../../domain/slack/as-text';
import { channelMessage, threadReply } from '../../../domain/slack/message';
import type { PostJob } from '../../../domain/slack/post';
import type { Env } from '../../env';
import { outboxSender } from '../outbox';
import type { ChannelResult } from './channel';

/** The same for the local outbox: a row for each state of the message and for each reply in its thread. */
export async function channelToOutbox(
  env: Pick<Env, 'OUTBOX'>,
  { incidentId, seq, attempt, post, news, threadKinds }: PostJob,
): Promise<ChannelResult> {
  const newest = news.at(-1);
  const done = { place: post.place, shown: true, told: true, trouble: null };
  if (!newest) return { result: done, reconnect: null };
  const sender = outboxSender(env, 'slack');
  const send = async (id: string, subject: string | null, text: string) => {
    const result = await sender.send({
      id,
      channel: 'slack',
      to: post.channel,
      recipientName: post.channel,
      subject,
      text,
      html: null,
      attempt,
    });
    if (result.outcome !== 'sent') throw new Error(result.error);
  };
  const reply =
    post.place &&
    threadReply(
      news.filter((one) => one.seq > post.toldSeq),
      threadKinds,
    );
  try {
    const subject = post.place ? 'The message was changed' : null;
    await send(`post_${incidentId}_${seq}`, subject, slackAsText(channelMessage(newest)));
    if (reply) await send(`reply_${incidentId}_${seq}`, 'In the thread', slackAsText({ text: reply }));
  } catch (error) {
    const trouble = { kind: 'temporary' as const, error: String(error), retryAfterSeconds: null };
    return { result: { place: null, shown: false, told: false, trouble }, reconnect: null };
  }
  return { result: { ...done, place: post.place ?? { channel: post.channel, ts: String(seq) } }, reconnect: null };
}
