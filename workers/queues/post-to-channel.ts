import { type ChannelSlots, waitForSlot } from '../../domain/slack/pace';
import type { PostResult } from '../../domain/slack/post';
import { withSlackToken } from '../access/slack-token';
import { configOf } from '../config';
import type { PostTurn } from '../durable/ports';
import { incidentPort } from '../durable/stubs';
import type { Env } from '../env';
import { noteSlackTrouble } from '../operations/slack/trouble';
import { reasonUnusable, slackSettingsOf } from '../senders/registry';
import { type ChannelResult, sendToChannel } from '../senders/slack/channel';
import { channelToOutbox } from '../senders/slack/channel-outbox';
import { systemContext } from '../system-context';

/** This isolate's memory of who writes when in which channel. */
export const channelSlots: ChannelSlots = new Map();

const notSent = (trouble: PostResult['trouble']): ChannelResult => ({
  result: { place: null, shown: false, told: false, trouble },
  reconnect: null,
});

async function send(env: Env, { job, slack }: Extract<PostTurn, { kind: 'post' }>): Promise<ChannelResult> {
  const config = await withSlackToken(configOf(env), slack);
  const settings = slackSettingsOf(config);
  if (!settings) {
    if (config.isLocal) return channelToOutbox(env, job);
    return notSent({ kind: 'failed', error: reasonUnusable(config, 'slack') });
  }
  const seconds = waitForSlot(channelSlots, job.post.place?.channel ?? job.post.channel, job.incidentId, Date.now());
  if (seconds > 0) return notSent({ kind: 'paced', seconds });
  return sendToChannel(settings, job);
}

/**
 * An incident's turn in its service's Slack channel: ask it what is new, send, tell it what became of it. What has to wait
 * is put on the queue again by the incident. Throws when the incident cannot be asked or told.
 */
export async function postToChannel(env: Env, incidentId: string): Promise<void> {
  const port = incidentPort(env, incidentId);
  const turn = await port.claimPost();
  if (turn.kind !== 'post') return;
  const { result, reconnect } = await send(env, turn);
  await port.settlePost({ attempt: turn.job.attempt, seq: turn.job.seq, result });
  await tellOfReconnect(env, reconnect);
}

/** Slack does not take our token any more: nothing is sent until an administrator has seen to it. Never throws. */
export async function tellOfReconnect(env: Env, code: string | null): Promise<void> {
  if (code === null) return;
  const work: Promise<unknown>[] = [];
  try {
    await noteSlackTrouble(
      systemContext(env, (one) => work.push(one)),
      code,
    );
    await Promise.all(work);
  } catch (error) {
    console.error(`Slack refuses the token (${code}), and that could not be stored: ${String(error)}`);
  }
}
