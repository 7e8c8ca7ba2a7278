import { ROLES, type Role, USER_STATUSES, type UserStatus } from '../../../domain/access/roles';

/** The list's address as its form shows it. Whatever else stands there is ignored. */
export type UserFilter = {
  q: string;
  role: '' | Role;
  status: '' | UserStatus;
  /** Anything is set that the plain list has not. */
  active: boolean;
};

export function readUserFilter(params: URLSearchParams): UserFilter {
  const filter = {
    q: (params.get('q') ?? '').trim().slice(0, 200),
    role: ROLES.find((role) => role === params.get('role')) ?? ('' as const),
    status: USER_STATUSES.find((status) => status === params.get('status')) ?? ('' as const),
  };
  return { ...filter, active: Object.values(filter).some((value) => value !== '') };
}
