import { z } from '@hono/zod-openapi';
import { createPolicyInput, targetField, updatePolicyInput } from '../../../domain/escalation/input';
import { END_ACTIONS } from '../../../domain/escalation/policy';
import { stepHoursField } from '../../../domain/escalation/working-hours';
import { URGENCIES } from '../../../domain/incident/incident';
import { CHANNELS } from '../../../domain/notification/channels';
import { nameSearch } from '../../../domain/shared/search';
import { createPolicy } from '../../operations/escalation-policy/create';
import { getPolicy } from '../../operations/escalation-policy/get';
import { listPolicies } from '../../operations/escalation-policy/list';
import { removePolicy } from '../../operations/escalation-policy/remove';
import { updatePolicy } from '../../operations/escalation-policy/update';
import { resource, stored } from '../resource-app';

const policy = stored('EscalationPolicy', {
  name: z.string(),
  repeat: z.int(),
  repeatAfterMinutes: z.number(),
  repeatAfterSeconds: z.int(),
  steps: z.array(
    z.object({
      id: z.string(),
      delayMinutes: z.number(),
      delaySeconds: z.int(),
      targets: z.array(targetField),
      channels: z.array(z.enum(CHANNELS)).nullable(),
      urgencies: z.array(z.enum(URGENCIES)).nullable(),
      hours: stepHoursField.nullable(),
      roundRobin: z.boolean(),
    }),
  ),
  endAction: z.enum(END_ACTIONS),
  lastResort: z.array(targetField),
});

export const { app: escalationPolicies } = resource({
  tag: 'escalation-policies',
  noun: 'escalation policy',
  answer: policy,
  list: { query: z.object(nameSearch), run: listPolicies },
  get: getPolicy,
  create: { body: createPolicyInput, run: createPolicy },
  update: { body: updatePolicyInput, run: updatePolicy },
  remove: removePolicy,
});
