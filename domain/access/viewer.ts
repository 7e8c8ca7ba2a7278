import { type Permission, permissionsOf } from './permissions';
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

/** A person without their permissions, as a row or a session token has them. */
export type Person = Omit<Viewer, 'permissions'>;

export const viewerOf = ({ id, name, email, role, timezone, locale }: Person): Viewer => ({
  id,
  name,
  email,
  role,
  timezone,
  locale,
  permissions: [...permissionsOf({ kind: 'user', id, name, role })],
});
