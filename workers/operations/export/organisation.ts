import { refuse } from '../../../domain/access/permissions';
import { entriesOf, type Page } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import { toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { listActionItems } from '../action-item/list';
import { listContactMethods } from '../contact-method/list';
import { listPolicies } from '../escalation-policy/list';
import { listHeartbeats } from '../heartbeat/list';
import { listIntegrations } from '../integration/list';
import { listMaintenanceWindows } from '../maintenance-window/list';
import { listRules } from '../notification-rule/list';
import { listPostmortems } from '../postmortem/list';
import { listSchedules } from '../schedule/list';
import { listServices } from '../service/list';
import { getSettings } from '../settings/get';
import { listTeams } from '../team/list';
import { listUsers } from '../user/list';
import { listWebhooks } from '../webhook/list';

type List = (context: Context, page: { limit: number; cursor?: string }) => Promise<Result<Page<unknown>>>;

const PER_PAGE = 100;

/** By the names that the API has for them. What is no list of configuration (incidents, logs) has files of its own. */
const PARTS: Record<string, List> = {
  users: listUsers,
  teams: listTeams,
  services: listServices,
  escalationPolicies: listPolicies,
  schedules: listSchedules,
  integrations: listIntegrations,
  heartbeats: listHeartbeats,
  maintenanceWindows: listMaintenanceWindows,
  contactMethods: listContactMethods,
  notificationRules: listRules,
  webhooks: listWebhooks,
  postmortems: listPostmortems,
  actionItems: listActionItems,
};

/**
 * The whole configuration as the API shows it, without any secret (no keys, passwords, addresses of webhooks).
 * Failures: forbidden.
 */
export async function exportOrganisation(context: Context): Promise<Result<Record<string, unknown>>> {
  const refused = refuse(context.actor, 'audit.read') ?? refuse(context.actor, 'config.write');
  if (refused) return err(refused);
  const settings = await getSettings(context);
  if (!settings.ok) return settings;
  const parts: Record<string, unknown> = { format: 1, at: toIso(context.now), settings: settings.value };
  for (const [name, list] of Object.entries(PARTS)) {
    const all = await entriesOf((page) => list(context, { limit: PER_PAGE, ...page }));
    if (!all.ok) return all;
    parts[name] = all.value;
  }
  return ok(parts);
}
