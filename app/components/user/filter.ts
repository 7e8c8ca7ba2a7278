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

/** Letters as people type them who have no accents on their keyboard. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Sought = { name: string; email: string; role: Role; status: UserStatus };

/** Every word has to stand in the name or in the address. */
export function matchesFilter({ q, role, status }: UserFilter, user: Sought): boolean {
  const text = plain(`${user.name} ${user.email}`);
  return (
    (role === '' || user.role === role) &&
    (status === '' || user.status === status) &&
    plain(q)
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

/** A page of a list that is at hand as a whole; the cursor is the place it starts at. */
export function pageOf<T>(entries: readonly T[], cursor: string | null, limit: number) {
  const start = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0;
  const end = start + limit;
  return { data: entries.slice(start, end), nextCursor: end < entries.length ? String(end) : null };
}
