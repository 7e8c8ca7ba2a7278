import { addressedTo } from '../../domain/ingest/email-address';
import { joinIntegrationKey } from '../../domain/integration/key';
import type { Result } from '../../domain/shared/result';
import type { AcceptedEvent, InboundCall } from '../durable/ports';
import { inboxPort } from '../durable/stubs';
import type { Env } from '../env';
import { readMessage } from './message';

/** What Cloudflare hands over of a mail; `setReject` answers the sending server with a permanent refusal. */
export type InboundMail = {
  to: string;
  raw: ReadableStream<Uint8Array>;
  setReject: (reason: string) => void;
};

const TRIES = 3;

async function accept(env: Env, call: InboundCall): Promise<Result<AcceptedEvent[]>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const accepted = await inboxPort(env, call.inbox).accept(call);
      if (accepted.ok || accepted.error.code !== 'unavailable' || attempt === TRIES) return accepted;
    } catch (error) {
      if (attempt === TRIES) throw error;
      console.warn(`inbox ${call.inbox} did not take a mail: ${String(error)}`);
    }
  }
}

/**
 * An alert by mail, from Cloudflare Email Routing: the address names the integration by its key, and the mail goes the
 * way of any other event. A mail for nobody is refused for good. What cannot be stored now throws, so that the sending
 * server keeps the mail and tries again.
 */
export async function receiveMail(mail: InboundMail, env: Env): Promise<void> {
  const addressed = addressedTo(mail.to);
  if (!addressed) {
    mail.setReject('There is no integration with this address.');
    return;
  }
  const { body, contentType } = await readMessage(mail.raw, {
    to: addressed.masked,
    key: joinIntegrationKey(addressed.key),
  });
  const headers = { 'content-type': contentType, 'user-agent': 'Cloudflare-Email-Routing' };
  const call = { type: 'email', method: 'POST', headers, query: {}, rest: [], body };
  const accepted = await accept(env, { ...call, ...addressed.key });
  if (accepted.ok) return;
  if (accepted.error.code === 'unavailable') throw new Error('The mail could not be stored at the moment.');
  mail.setReject(accepted.error.message);
}
