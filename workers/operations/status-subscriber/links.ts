import { DAY, type Instant } from '../../../domain/shared/time';
import type { SubscriberLinks } from '../../../domain/status-page/post';
import { isSignedForVisitor, signForVisitor } from '../../access/status-token';
import type { Config } from '../../config';

/** How long the question of the confirmation mail stands. */
export const CONFIRM_LIFE = 7 * DAY;

type Purpose = 'confirm' | 'manage' | 'unsubscribe';

/** The last part of a link in a mail: who it is for, and that we wrote it. */
export const linkToken = async (config: Config, purpose: Purpose, id: string): Promise<string> =>
  `${id}.${await signForVisitor(config, `${purpose} ${id}`)}`;

/** Whom a link is for; null: we did not write it, or for something else. */
export async function readLinkToken(config: Config, purpose: Purpose, token: string): Promise<string | null> {
  const at = token.indexOf('.');
  const id = token.slice(0, Math.max(0, at));
  return at > 0 && (await isSignedForVisitor(config, `${purpose} ${id}`, token.slice(at + 1))) ? id : null;
}

export const isStillAsked = ({ askedAt }: { askedAt: Instant }, now: Instant): boolean => now < askedAt + CONFIRM_LIFE;

/** A subscriber's own ways below the page's address. */
export const linksOf = async (config: Config, pageUrl: string, subscriberId: string): Promise<SubscriberLinks> => {
  const urlOf = async (purpose: Purpose) => `${pageUrl}/${purpose}/${await linkToken(config, purpose, subscriberId)}`;
  const [manageUrl, unsubscribeUrl] = await Promise.all([urlOf('manage'), urlOf('unsubscribe')]);
  return { manageUrl, unsubscribeUrl };
};
