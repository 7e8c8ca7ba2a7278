import { z } from '@hono/zod-openapi';
import { createIntegrationInput, updateIntegrationInput } from '../../../domain/integration/input';
import { idField, idInput } from '../../../domain/shared/input';
import { nameSearch } from '../../../domain/shared/search';
import { createIntegration } from '../../operations/integration/create';
import { getIntegration } from '../../operations/integration/get';
import { listIntegrations } from '../../operations/integration/list';
import { removeIntegration } from '../../operations/integration/remove';
import { rotateIntegration } from '../../operations/integration/rotate';
import { updateIntegration } from '../../operations/integration/update';
import { endpoint } from '../endpoint';
import { resource, stored } from '../resource-app';

const fields = {
  name: z.string(),
  type: z.string(),
  serviceId: z.string(),
  inbox: z.string(),
  enabled: z.boolean(),
};
const withKey = stored('IntegrationWithKey', { ...fields, key: z.string(), url: z.string() });

const made = resource({
  tag: 'integrations',
  noun: 'integration',
  answer: stored('Integration', fields),
  list: { query: z.object({ ...nameSearch, serviceId: idField.optional() }), run: listIntegrations },
  get: getIntegration,
  create: { body: createIntegrationInput, answer: withKey, run: createIntegration },
  update: { body: updateIntegrationInput, run: updateIntegration },
  remove: removeIntegration,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/rotate',
  summary: 'Gives an integration a new key; the old one ends at once',
  params: idInput,
  answer: withKey,
  run: rotateIntegration,
});

export const { app: integrations } = made;
