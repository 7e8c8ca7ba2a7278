import { z } from '@hono/zod-openapi';
import { URGENCIES } from '../../../domain/incident/incident';
import { createRuleInput, updateRuleInput } from '../../../domain/notification/contact-method';
import { idField } from '../../../domain/shared/input';
import { createRule } from '../../operations/notification-rule/create';
import { getRule } from '../../operations/notification-rule/get';
import { listRules } from '../../operations/notification-rule/list';
import { removeRule } from '../../operations/notification-rule/remove';
import { updateRule } from '../../operations/notification-rule/update';
import { resource, stored } from '../resource-app';

const rule = stored('NotificationRule', {
  userId: z.string(),
  urgency: z.enum(URGENCIES),
  contactMethodId: z.string(),
  delayMinutes: z.int(),
});

export const { app: notificationRules } = resource({
  tag: 'notification-rules',
  noun: 'notification rule',
  answer: rule,
  list: { query: z.object({ userId: idField.optional() }), run: listRules },
  get: getRule,
  create: { body: createRuleInput, run: createRule },
  update: { body: updateRuleInput, run: updateRule },
  remove: removeRule,
});
