import type { UpdateServiceInput } from '../../../domain/service/input';
import { type NamedReference, optional } from '../config/references';

/** The team and the policy that a service names. */
export const referencesOf = ({ teamId, escalationPolicyId }: UpdateServiceInput): NamedReference[] => [
  ...optional('TEAM', teamId, 'teamId'),
  ...optional('POLICY', escalationPolicyId, 'escalationPolicyId'),
];
