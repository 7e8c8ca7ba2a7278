import type { Instant } from '../../shared/time';
import { type Fields, listOf, textAt } from '../fields';
import type { IntegrationType } from '../registry';
import { SIGNATURE_TOLERANCE_MS } from './verify';

/** Who has to have issued a token, to whom, and where the keys are that prove it. */
export type TokenExpectation = { keysUrl: string; issuers: string[]; audience: string; account: string | null };

/** Azure's action groups ask for their tokens under this application. https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups#secure-webhook */
const AZURE_ALERTS_APP = '461e8683-5575-4561-ac7f-899cc907d62a';
const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `audience`, then the service account's address unless any of Google's may call. */
function google([audience = '', account, more]: string[]): TokenExpectation | null {
  if (audience === '' || more !== undefined || (account !== undefined && !account.includes('@'))) return null;
  return {
    keysUrl: 'https://www.googleapis.com/oauth2/v3/certs',
    issuers: ['https://accounts.google.com', 'accounts.google.com'],
    audience,
    account: account ?? null,
  };
}

/** The tenant's id and the application's id URI; tokens of both versions of the platform name either. */
function azure([tenant = '', audience = '', more]: string[]): TokenExpectation | null {
  if (!TENANT.test(tenant) || audience === '' || more !== undefined) return null;
  return {
    keysUrl: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
    issuers: [`https://sts.windows.net/${tenant}/`, `https://login.microsoftonline.com/${tenant}/v2.0`],
    audience,
    account: AZURE_ALERTS_APP,
  };
}

type Source = {
  /** What is set in place of a secret, for its field. */
  label: string;
  hint: string;
  read: (words: string[]) => TokenExpectation | null;
};

/** Who sends a token of an identity provider in `Authorization: Bearer`, which says nothing of the body. */
export const TOKEN_SOURCES: Partial<Record<IntegrationType, Source>> = {
  'google-cloud-monitoring': {
    label: 'Audience and service account',
    hint: 'As the Pub/Sub push subscription has them, with a space between; the account may be left out.',
    read: google,
  },
  azure: {
    label: 'Tenant id and application id URI',
    hint: 'As the secure webhook of the action group has them, with a space between.',
    read: azure,
  },
};

/** What a token of this type has to say, from what was set ("audience account"); null: it cannot be read so. */
export const expectationOf = (type: string, setting: string): TokenExpectation | null =>
  TOKEN_SOURCES[type as IntegrationType]?.read(setting.trim().split(/\s+/)) ?? null;

/** Why the claims of a token whose signature holds are not those that were expected; null: they are. */
export function claimsProblem(expected: TokenExpectation, claims: Fields, now: Instant): string | null {
  if (!expected.issuers.includes(textAt(claims, 'iss') ?? '')) return 'The token is of another issuer.';
  const audiences = [...listOf(claims.aud), textAt(claims, 'aud')];
  if (!audiences.includes(expected.audience)) return 'The token is meant for another audience.';
  const until = secondsOf(claims.exp);
  if (until === null || until + SIGNATURE_TOLERANCE_MS <= now) return 'The token has ended.';
  const from = secondsOf(claims.nbf);
  if (from !== null && from - SIGNATURE_TOLERANCE_MS > now) return 'The token is not valid yet.';
  if (expected.account === null || accountsOf(claims).includes(expected.account)) return null;
  return 'The token is of another account.';
}

const secondsOf = (value: unknown): Instant | null => (typeof value === 'number' ? value * 1000 : null);

/** Google's verified address; Azure's application, by the names of either version. */
const accountsOf = (claims: Fields): (string | null)[] => [
  claims.email_verified === true ? textAt(claims, 'email') : null,
  textAt(claims, 'appid'),
  textAt(claims, 'azp'),
];
