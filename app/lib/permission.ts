import type { Permission } from '../../domain/access/permissions';
import type { Viewer } from '../../domain/access/viewer';
import type { Problem } from './failure';
import { type AppLoadContext, data } from './rr';
import { requireViewer } from './session';

/** The signed-in person, if they may do this; else the sign-in page, or an error screen that says `message`. */
export function requirePermission(
  context: AppLoadContext,
  request: Request,
  permission: Permission,
  message: string,
): Viewer {
  const viewer = requireViewer(context, request);
  if (viewer.permissions.includes(permission)) return viewer;
  const body: Problem = { code: 'forbidden', message, requestId: context.requestId };
  throw data(body, { status: 403 });
}
