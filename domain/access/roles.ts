export const ROLES = ['ADMIN', 'RESPONDER', 'USER', 'OBSERVER'] as const;
export type Role = (typeof ROLES)[number];

export const USER_STATUSES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

export const TEAM_ROLES = ['OWNER', 'ADMIN', 'MEMBER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** Scopes of an API key. */
export const SCOPES = ['read', 'events:write', 'incidents:write', 'config:write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];
