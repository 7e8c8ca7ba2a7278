import { choicesOf } from '~/lib/choices';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import { zoneGroups } from '../user/zones';

/** What the form offers to choose from. */
export async function windowChoices(where: { context: AppLoadContext; request: Request }, timezone: string) {
  const services = unwrap(await choicesOf(operationsOf(where.context).service.list), where);
  return { services, zones: zoneGroups(timezone) };
}
