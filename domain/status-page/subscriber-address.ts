import { err, ok, type Result } from '../shared/result';
import { readWebhookTarget } from '../webhook/target';
import type { SubscriberChannel } from './subscriber';

/** `plain` is where messages go, in one notation; `shown` is what may be shown of it: a webhook's address is a secret. */
export type ReadAddress = { plain: string; shown: string };

/** A team's, an app's and a secret part, as Slack writes the address of an incoming webhook. */
const SLACK_PATH = /^\/services\/[A-Z0-9]+\/[A-Z0-9]+\/[A-Za-z0-9]+$/;
const SLACK_HOSTS: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];

/**
 * Reads what a subscriber gave. Webhooks go where outgoing ones may (`readWebhookTarget`), Slack's to Slack alone.
 * `allowLoopback`: tests only. Errors are one line that begins with a verb and never repeat the address.
 */
export function readAddress(
  channel: SubscriberChannel,
  address: string,
  allowLoopback: boolean,
): Result<ReadAddress, string> {
  if (channel === 'email') return ok({ plain: address.toLowerCase(), shown: address.toLowerCase() });
  const target = readWebhookTarget(address, allowLoopback);
  if (!target.ok) return target;
  const { host, href, pathname, search, hash } = target.value;
  if (channel === 'slack') {
    const isSlack = SLACK_HOSTS.includes(host) || (allowLoopback && target.value.port !== '');
    if (!isSlack || !SLACK_PATH.test(pathname) || search !== '' || hash !== '')
      return err('must be an incoming webhook of Slack: https://hooks.slack.com/services/…');
  }
  return ok({ plain: href, shown: host });
}
