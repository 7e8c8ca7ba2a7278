import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll } from 'vitest';
import { channelSlots } from '../workers/queues/post-to-channel';
import { bulkRests, providerRests } from '../workers/senders/rests';
import './flat-prototypes';
import { buryObjects } from './living-objects';

// All files share one runtime and one storage: each begins with an empty, migrated database.
beforeAll(async () => {
  await reset();
  buryObjects();
  // What an isolate remembers outlives the storage: a provider that rests, a channel that was just written to.
  providerRests.clear();
  bulkRests.clear();
  channelSlots.clear();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});
