import type { Permission } from './permissions';
import type { Role } from './roles';

/** The signed-in person as screens need them. */
export type Viewer = {
  id: string;
  name: string;
  email: string;
  role: Role;
  timezone: string;
  locale: string;
  permissions: readonly Permission[];
};
