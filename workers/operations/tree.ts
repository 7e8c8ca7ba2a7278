import type { Bound } from './bind';
import { createApiKey } from './api-key/create';
import { listApiKeys } from './api-key/list';
import { revokeApiKey } from './api-key/revoke';
import { acknowledgeIncident } from './incident/acknowledge';
import { addNote } from './incident/add-note';
import { bulkIncidents } from './incident/bulk';
import { declareIncident } from './incident/declare';
import { escalateIncident } from './incident/escalate';
import { getIncident } from './incident/get';
import { listIncidentsPage } from './incident/list';
import { reassignIncident } from './incident/reassign';
import { reopenIncident } from './incident/reopen';
import { resolveIncident } from './incident/resolve';
import { snoozeIncident, unsnoozeIncident } from './incident/snooze';
import { suppressIncident, unsuppressIncident } from './incident/suppress';
import { onCallNow } from './oncall/now';
import { listOutbox } from './outbox/list';
import { listServices } from './service/list';
import { signIn } from './session/sign-in';
import { signOut } from './session/sign-out';
import { listTeams } from './team/list';
import { listUsers } from './user/list';

/** Every operation that screens use, by noun and verb; routes of the API and screens call the same functions. */
export const operations = {
  session: { signIn, signOut },
  incident: {
    list: listIncidentsPage,
    get: getIncident,
    declare: declareIncident,
    acknowledge: acknowledgeIncident,
    resolve: resolveIncident,
    snooze: snoozeIncident,
    unsnooze: unsnoozeIncident,
    escalate: escalateIncident,
    reassign: reassignIncident,
    reopen: reopenIncident,
    suppress: suppressIncident,
    unsuppress: unsuppressIncident,
    addNote,
    bulk: bulkIncidents,
  },
  oncall: { now: onCallNow },
  service: { list: listServices },
  team: { list: listTeams },
  user: { list: listUsers },
  apiKey: { create: createApiKey, list: listApiKeys, revoke: revokeApiKey },
  outbox: { list: listOutbox },
};

export type Operations = Bound<typeof operations>;
