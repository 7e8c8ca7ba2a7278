import { runBatch } from '../../../db/repositories/batch';
import { insertSlackLink } from '../../../db/repositories/slack';
import { sha256Hex } from '../../../domain/shared/hash';
import { randomText } from '../../../domain/shared/ids';
import { unlinkedAnswer } from '../../../domain/slack/answers';
import type { SlackCaller } from '../../../domain/slack/inbound';
import { LINK_LIFE } from '../../../domain/slack/link';
import type { Context } from '../../context';

/** Makes a one-time link for a Slack account that belongs to nobody here; answers the words that offer it. */
export async function offerLink({ db, config, now, random }: Context, caller: SlackCaller): Promise<string> {
  const token = randomText(32, random);
  const link = {
    hash: sha256Hex(token),
    memberId: caller.memberId,
    memberName: caller.name,
    createdAt: now,
    expiresAt: now + LINK_LIFE,
  };
  await runBatch(db, insertSlackLink(db, link));
  return unlinkedAnswer(`${config.appUrl}/profile/slack/${token}`);
}
