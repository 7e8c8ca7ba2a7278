import { ADAPTERS, INTEGRATION_TYPES, type IntegrationType } from '../../../domain/ingest/registry';
import type { CatalogueEntry } from './catalogue';

type Kind = CatalogueEntry['kind'];

const KINDS: Partial<Record<IntegrationType, Kind>> = {
  events: 'Anything else',
  webhook: 'Anything else',
  email: 'Anything else',
  ...kinds('Code and delivery', 'sentry github gitlab bitbucket vercel bugsnag rollbar jenkins'),
  ...kinds('Uptime', 'uptime-kuma uptimerobot betterstack pingdom statuscake checkly healthchecks site24x7'),
  ...kinds('Clouds', 'cloudwatch azure google-cloud-monitoring cloudflare'),
  ...kinds('Other pagers', 'pagerduty opsgenie splunk-oncall'),
};

function kinds(kind: Kind, words: string): Partial<Record<string, Kind>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, kind]));
}

const CATALOGUE: readonly CatalogueEntry[] = INTEGRATION_TYPES.map((type) => ({
  type,
  name: ADAPTERS[type].name,
  kind: KINDS[type] ?? 'Monitoring',
}));

/** Every tool that is understood, or those whose name has all the words. Adapters stay on the server. */
export function catalogueOf(search = ''): CatalogueEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return CATALOGUE.filter(({ type, name }) => words.every((word) => `${type} ${name}`.toLowerCase().includes(word)));
}

/** The name of a type as its vendor writes it. */
export const typeName = (type: string): string => CATALOGUE.find((entry) => entry.type === type)?.name ?? type;

export { signatureSource } from '../../../domain/ingest/signature/source';
