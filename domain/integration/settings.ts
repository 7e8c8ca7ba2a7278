import type { FieldMapping } from '../ingest/mapping';
import type { RoutingRule } from '../ingest/routing/rule';
import type { Instant } from '../shared/time';

/** A signing secret as it is stored: readable only with the installation's own keys. `until`: it ends then. */
export type SealedSecret = { sealed: string; until: Instant | null };

/** Where the secret is sealed to: it opens for no other integration. */
export const signingPlace = (integrationId: string) => ({
  table: 'integrations',
  row: integrationId,
  column: 'signing',
});

/**
 * What an inbox holds of its integration. What later versions have added may be missing in what an inbox has stored.
 */
export type InboxIntegration = {
  id: string;
  name: string;
  type: string;
  secretHash: string;
  enabled: boolean;
  previousSecretHash?: string | null;
  previousKeyEndsAt?: Instant | null;
  signing?: SealedSecret[];
  routingRules?: RoutingRule[];
  fieldMapping?: FieldMapping | null;
  silenceAlarmMinutes?: number | null;
};
