import { createActionItem } from './action-item/create';
import { actionItemBoard, getActionItem, listActionItems } from './action-item/list';
import { myOverdueItems } from './action-item/overdue';
import { removeActionItem } from './action-item/remove';
import { updateActionItem } from './action-item/update';
import { serviceBudget } from './analytics/budget';
import { analyticsIncidents } from './analytics/cohort';
import { complianceCsv, complianceReport } from './analytics/compliance';
import { getWeeklyDigest, setWeeklyDigest } from './analytics/digest';
import { heatMap } from './analytics/heat-map';
import { loadReport } from './analytics/load';
import { noiseReport } from './analytics/noise';
import { analyticsReport } from './analytics/report';
import { analyticsCsv } from './analytics/report-csv';
import { removeDashboard, updateDashboard } from './dashboard/change';
import { createDashboard } from './dashboard/create';
import { getDashboard, listDashboards } from './dashboard/list';
import { readDashboard } from './dashboard/read';
import { exportIncidents } from './export/incidents';
import { exportOrganisation } from './export/organisation';
import { createPostmortem } from './postmortem/create';
import { getPostmortem, postmortemOfIncident } from './postmortem/get';
import { listPostmortems } from './postmortem/list';
import { exportPostmortem } from './postmortem/markdown';
import { listPublications } from './postmortem/publications';
import { publishPostmortem } from './postmortem/publish';
import { removePostmortem } from './postmortem/remove';
import { takeDownPublication } from './postmortem/take-down';
import { refreshPostmortem, updatePostmortem } from './postmortem/update';

/** What is looked at after incidents: a part of `operations`. */
export const analyticsOperations = {
  analytics: {
    report: analyticsReport,
    csv: analyticsCsv,
    incidents: analyticsIncidents,
    noise: noiseReport,
    load: loadReport,
    heatMap,
    compliance: complianceReport,
    complianceCsv,
    budget: serviceBudget,
    weeklyDigest: getWeeklyDigest,
    setWeeklyDigest,
  },
  dashboard: {
    list: listDashboards,
    get: getDashboard,
    read: readDashboard,
    create: createDashboard,
    update: updateDashboard,
    remove: removeDashboard,
  },
  exports: { incidents: exportIncidents, organisation: exportOrganisation },
  postmortem: {
    list: listPostmortems,
    get: getPostmortem,
    ofIncident: postmortemOfIncident,
    create: createPostmortem,
    update: updatePostmortem,
    refresh: refreshPostmortem,
    remove: removePostmortem,
    markdown: exportPostmortem,
    publications: listPublications,
    publish: publishPostmortem,
    takeDown: takeDownPublication,
  },
  actionItem: {
    list: listActionItems,
    board: actionItemBoard,
    overdueOfMine: myOverdueItems,
    get: getActionItem,
    create: createActionItem,
    update: updateActionItem,
    remove: removeActionItem,
  },
};
