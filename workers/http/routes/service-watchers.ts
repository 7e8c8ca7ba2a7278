import { OpenAPIHono, z } from '@hono/zod-openapi';
import { serviceWatchersInput, WATCHER_ROLES } from '../../../domain/incident/watcher';
import { idInput } from '../../../domain/shared/input';
import { serviceWatchers, setServiceWatchers } from '../../operations/service/watchers';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'services' };
const answer = z.object({
  data: z.array(z.object({ userId: z.string(), name: z.string(), role: z.enum(WATCHER_ROLES) })),
  nextCursor: z.null(),
});
const where = { params: idInput, path: '/{id}/watchers', answer };

endpoint(made, {
  ...where,
  method: 'get',
  summary: 'Who watches each of its incidents from the opening',
  run: serviceWatchers,
});
endpoint(made, {
  ...where,
  method: 'patch',
  summary: 'Replaces all who watch its incidents from the opening',
  body: serviceWatchersInput,
  run: setServiceWatchers,
});

export const { app: watchersOfServices } = made;
