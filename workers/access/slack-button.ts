import type { Config } from '../config';
import { equalInConstantTime, fromBase64, toBase64Url, utf8 } from './bytes';
import { macKey, newestKeyId } from './keyring';

// `v1.inc_….mac`: which of APP_SECRETS, the incident, and that it was us who sent the button (SEMANTICS 25).

/** The value of a button about an incident. */
export async function signButton(config: Config, incidentId: string): Promise<string> {
  const keyId = newestKeyId(config);
  const mac = await macOf(config, keyId, incidentId);
  if (!mac) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  return `${keyId}.${incidentId}.${toBase64Url(mac)}`;
}

/** The incident of a button that we sent; null for any other value, and when its key has left APP_SECRETS. */
export async function readButton(config: Config, value: string): Promise<string | null> {
  const [, keyId = '', incidentId = '', text = ''] = /^(v\d+)\.(inc_[0-9a-z]{8,64})\.([\w-]{43})$/.exec(value) ?? [];
  const given = fromBase64(text);
  const mac = keyId === '' ? null : await macOf(config, keyId, incidentId);
  return mac && given && equalInConstantTime(mac, given) ? incidentId : null;
}

async function macOf(config: Config, keyId: string, incidentId: string): Promise<Uint8Array | null> {
  const key = await macKey(config, 'slack-button', keyId);
  return key && new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(incidentId)));
}
