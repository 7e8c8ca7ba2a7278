import type { Scope } from '../../../domain/access/roles';

/** What each scope lets a key do, in one line. */
export const SCOPE_SAYS: Record<Scope, string> = {
  read: 'read: everything but secrets and the audit log',
  'events:write': 'events:write: declare incidents',
  'incidents:write': 'incidents:write: work on incidents, as a responder does',
  'config:write': 'config:write: services, policies, schedules, people, integrations',
  admin: 'admin: everything, making keys too',
};
