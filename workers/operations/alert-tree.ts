import { listChangeEvents } from './change-event/list';
import { createHeartbeat } from './heartbeat/create';
import { getHeartbeat } from './heartbeat/get';
import { listHeartbeats } from './heartbeat/list';
import { removeHeartbeat } from './heartbeat/remove';
import { rotateHeartbeat } from './heartbeat/rotate';
import { updateHeartbeat } from './heartbeat/update';
import { createIntegration } from './integration/create';
import { getIntegration } from './integration/get';
import { listIntegrations } from './integration/list';
import { recentEvents } from './integration/recent-events';
import { removeIntegration } from './integration/remove';
import { replayEvent } from './integration/replay';
import { rotateIntegration } from './integration/rotate';
import { sendTest } from './integration/send-test';
import { setSigningSecret } from './integration/set-signing-secret';
import { tryMapping } from './integration/try-mapping';
import { updateIntegration } from './integration/update';
import { createMaintenanceWindow } from './maintenance-window/create';
import { endMaintenanceWindow } from './maintenance-window/end';
import { getMaintenanceWindow } from './maintenance-window/get';
import { listMaintenanceWindows } from './maintenance-window/list';
import { removeMaintenanceWindow } from './maintenance-window/remove';
import { updateMaintenanceWindow } from './maintenance-window/update';

/** What alerts come in by, and what holds them: integrations, heartbeats, change events and maintenance windows. */
export const alertOperations = {
  changeEvent: { list: listChangeEvents },
  heartbeat: {
    list: listHeartbeats,
    get: getHeartbeat,
    create: createHeartbeat,
    update: updateHeartbeat,
    rotate: rotateHeartbeat,
    remove: removeHeartbeat,
  },
  integration: {
    list: listIntegrations,
    get: getIntegration,
    create: createIntegration,
    update: updateIntegration,
    rotate: rotateIntegration,
    remove: removeIntegration,
    recentEvents,
    sendTest,
    setSigningSecret,
    replay: replayEvent,
    tryMapping,
  },
  maintenanceWindow: {
    list: listMaintenanceWindows,
    get: getMaintenanceWindow,
    create: createMaintenanceWindow,
    update: updateMaintenanceWindow,
    end: endMaintenanceWindow,
    remove: removeMaintenanceWindow,
  },
};
