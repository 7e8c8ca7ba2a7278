// The secrets of this installation: made once, never shown, replaced by whatever the environment gives.
import { randomBytes } from 'node:crypto';
import { readJson, writePrivateJson } from './files.mjs';

export function secretsOf(settings, env = {}) {
  const stored = readJson(settings.files.secrets) ?? {};
  const secrets = {
    APP_SECRETS: stored.APP_SECRETS ?? `v1:${randomBytes(32).toString('base64')}`,
    SETUP_TOKEN: stored.SETUP_TOKEN ?? randomBytes(24).toString('base64url'),
  };
  if (!stored.APP_SECRETS || !stored.SETUP_TOKEN) writePrivateJson(settings.files.secrets, secrets);
  return {
    APP_SECRETS: env.APP_SECRETS || secrets.APP_SECRETS,
    SETUP_TOKEN: env.SETUP_TOKEN || secrets.SETUP_TOKEN,
  };
}
