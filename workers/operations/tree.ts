import { alertOperations } from './alert-tree';
import { analyticsOperations } from './analytics-tree';
import { createApiKey } from './api-key/create';
import { listApiKeys } from './api-key/list';
import { revokeApiKey } from './api-key/revoke';
import { listAudit } from './audit/list';
import type { Bound } from './bind';
import { getFeed } from './calendar/get-feed';
import { importOverrides } from './calendar/import';
import { createFeed, rotateFeed } from './calendar/put-feed';
import { revokeFeed } from './calendar/revoke-feed';
import { addDemo } from './demo/add';
import { removeDemoOrganisation } from './demo/remove';
import { createPolicy } from './escalation-policy/create';
import { getPolicy } from './escalation-policy/get';
import { listPolicies } from './escalation-policy/list';
import { previewPolicy } from './escalation-policy/preview';
import { removePolicy } from './escalation-policy/remove';
import { updatePolicy } from './escalation-policy/update';
import { policyUses } from './escalation-policy/uses';
import { healthReport } from './health/report';
import { acknowledgeIncident } from './incident/acknowledge';
import { addNote } from './incident/add-note';
import { addResponders } from './incident/add-responders';
import { bulkIncidents } from './incident/bulk';
import { incidentChanges } from './incident/changes';
import { declareIncident } from './incident/declare';
import { escalateIncident } from './incident/escalate';
import { getIncident } from './incident/get';
import { lastPage } from './incident/last-page';
import { listIncidentsPage } from './incident/list';
import { mergeIncident, unmergeIncident } from './incident/merge';
import { pauseIncident, resumeIncident } from './incident/pause';
import { reassignIncident } from './incident/reassign';
import { reopenIncident } from './incident/reopen';
import { resolveIncident } from './incident/resolve';
import { snoozeIncident, unsnoozeIncident } from './incident/snooze';
import { suppressIncident, unsuppressIncident } from './incident/suppress';
import { waitingPages } from './incident/waiting-pages';
import { incidentOperations, incidentRecords } from './incident-tree';
import { getMessage } from './message/get';
import { namesOf } from './name/of';
import { myBackups } from './oncall/duty';
import { onCallNow } from './oncall/now';
import { listOutbox } from './outbox/list';
import { personOperations } from './person-tree';
import { listProviders } from './provider/list';
import { testProvider } from './provider/test';
import { readinessReport } from './readiness/report';
import { lookAtToken } from './respond/look';
import { getRetention, previewRetention } from './retention/get';
import { updateRetention } from './retention/update';
import { createSchedule } from './schedule/create';
import { createOverride } from './schedule/create-override';
import { scheduleGaps } from './schedule/gaps';
import { getSchedule } from './schedule/get';
import { getOverride } from './schedule/get-override';
import { nextHandoff } from './schedule/handoff';
import { scheduleHealth } from './schedule/health';
import { listSchedules } from './schedule/list';
import { scheduleOverview } from './schedule/overview';
import { previewUpdate } from './schedule/preview-update';
import { removeSchedule } from './schedule/remove';
import { removeOverride } from './schedule/remove-override';
import { scheduleShifts } from './schedule/shifts';
import { draftTimeline, scheduleTimeline } from './schedule/timeline';
import { updateSchedule } from './schedule/update';
import { updateOverride } from './schedule/update-override';
import { usesOf } from './schedule/uses';
import { createService } from './service/create';
import { getService } from './service/get';
import { serviceLines } from './service/lines';
import { listServices } from './service/list';
import { pagedNow } from './service/paged-now';
import { serviceReadiness } from './service/readiness';
import { removeService } from './service/remove';
import { updateService } from './service/update';
import { serviceWatchers, setServiceWatchers } from './service/watchers';
import { listSessions } from './session/list';
import { revokeSession } from './session/revoke';
import { signIn } from './session/sign-in';
import { signOut } from './session/sign-out';
import { getSettings } from './settings/get';
import { updateSettings } from './settings/update';
import { createOwner } from './setup/create-owner';
import { dismissSetup } from './setup/dismiss';
import { createFirstService } from './setup/first-service';
import { loadDemoAtSetup } from './setup/load-demo';
import { setupProgress } from './setup/progress';
import { setupState } from './setup/state';
import { scheduleRecords, shiftOperations } from './shift-tree';
import { simulatePolicy, simulateService } from './simulate/run';
import { slackAccount } from './slack/account';
import { beginSlackConnect } from './slack/begin-connect';
import { connectSlack } from './slack/connect';
import { connectSlackAccount } from './slack/connect-account';
import { disconnectSlack } from './slack/disconnect';
import { findLink } from './slack/find-link';
import { findMeInSlack } from './slack/find-me';
import { recheckSlack } from './slack/recheck';
import { slackStatus } from './slack/status';
import { statusOperations } from './status-tree';
import { createTeam } from './team/create';
import { getTeam } from './team/get';
import { teamLines } from './team/lines';
import { listTeams } from './team/list';
import { removeTeam } from './team/remove';
import { updateTeam } from './team/update';
import { createWebhook } from './webhook/create';
import { webhookDeliveries } from './webhook/deliveries';
import { getWebhook } from './webhook/get';
import { listWebhooks } from './webhook/list';
import { redeliverWebhook } from './webhook/redeliver';
import { removeWebhook } from './webhook/remove';
import { rotateWebhook } from './webhook/rotate';
import { sendWebhookTest } from './webhook/send-test';
import { updateWebhook } from './webhook/update';

/** Every operation that screens use, by noun and verb; routes of the API and screens call the same functions. */
export const operations = {
  session: { signIn, signOut, list: listSessions, revoke: revokeSession },
  incident: {
    list: listIncidentsPage,
    get: getIncident,
    changes: incidentChanges,
    lastPage,
    waitingPages,
    declare: declareIncident,
    acknowledge: acknowledgeIncident,
    resolve: resolveIncident,
    snooze: snoozeIncident,
    unsnooze: unsnoozeIncident,
    escalate: escalateIncident,
    pause: pauseIncident,
    resume: resumeIncident,
    addResponders,
    reassign: reassignIncident,
    reopen: reopenIncident,
    merge: mergeIncident,
    unmerge: unmergeIncident,
    suppress: suppressIncident,
    unsuppress: unsuppressIncident,
    addNote,
    bulk: bulkIncidents,
    ...incidentRecords,
  },
  ...incidentOperations,
  oncall: { now: onCallNow, myBackups },
  respond: { look: lookAtToken },
  service: {
    list: listServices,
    lines: serviceLines,
    get: getService,
    create: createService,
    update: updateService,
    remove: removeService,
    pagedNow,
    readiness: serviceReadiness,
    watchers: serviceWatchers,
    setWatchers: setServiceWatchers,
  },
  schedule: {
    list: listSchedules,
    get: getSchedule,
    shifts: scheduleShifts,
    gaps: scheduleGaps,
    overview: scheduleOverview,
    timeline: scheduleTimeline,
    draftTimeline,
    handoff: nextHandoff,
    health: scheduleHealth,
    create: createSchedule,
    update: updateSchedule,
    previewUpdate,
    remove: removeSchedule,
    uses: usesOf,
    getOverride,
    createOverride,
    updateOverride,
    removeOverride,
    importOverrides,
    ...scheduleRecords,
  },
  calendarFeed: { get: getFeed, create: createFeed, rotate: rotateFeed, revoke: revokeFeed },
  ...alertOperations,
  ...analyticsOperations,
  ...personOperations,
  ...shiftOperations,
  ...statusOperations,
  escalationPolicy: {
    list: listPolicies,
    uses: policyUses,
    get: getPolicy,
    create: createPolicy,
    update: updatePolicy,
    remove: removePolicy,
    preview: previewPolicy,
  },
  name: { of: namesOf },
  provider: { list: listProviders, test: testProvider },
  setup: {
    state: setupState,
    createOwner,
    loadDemo: loadDemoAtSetup,
    progress: setupProgress,
    firstService: createFirstService,
    dismiss: dismissSetup,
  },
  settings: { get: getSettings, update: updateSettings },
  retention: { get: getRetention, preview: previewRetention, update: updateRetention },
  slack: {
    status: slackStatus,
    beginConnect: beginSlackConnect,
    connect: connectSlack,
    disconnect: disconnectSlack,
    recheck: recheckSlack,
    account: slackAccount,
    findMe: findMeInSlack,
    findLink,
    connectAccount: connectSlackAccount,
  },
  audit: { list: listAudit },
  demo: { add: addDemo, remove: removeDemoOrganisation },
  readiness: readinessReport,
  health: healthReport,
  simulate: { service: simulateService, policy: simulatePolicy },
  team: { list: listTeams, lines: teamLines, get: getTeam, create: createTeam, update: updateTeam, remove: removeTeam },
  apiKey: { create: createApiKey, list: listApiKeys, revoke: revokeApiKey },
  webhook: {
    list: listWebhooks,
    get: getWebhook,
    create: createWebhook,
    update: updateWebhook,
    remove: removeWebhook,
    rotate: rotateWebhook,
    sendTest: sendWebhookTest,
    deliveries: webhookDeliveries,
    redeliver: redeliverWebhook,
  },
  message: { get: getMessage },
  outbox: { list: listOutbox },
};

export type Operations = Bound<typeof operations>;
