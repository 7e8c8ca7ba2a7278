import { unwrap } from '~/lib/failure';
import type { SetupProgress } from '~/lib/integrations';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import type { AppLoadContext } from '~/lib/rr';
import type { Viewer } from '../../../domain/access/viewer';

const WHO_MAY = 'The first set-up is for administrators. Ask one to go on with it.';

/** Who takes the step, and how far the set-up has come. */
export async function requireSetup(
  context: AppLoadContext,
  request: Request,
): Promise<{ viewer: Viewer; progress: SetupProgress }> {
  const viewer = requirePermission(context, request, 'config.write', WHO_MAY);
  return { viewer, progress: unwrap(await operationsOf(context).setup.progress(), { context, request }) };
}
