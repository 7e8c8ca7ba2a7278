import { createActionItem } from './action-item/create';
import { actionItemBoard, getActionItem, listActionItems } from './action-item/list';
import { removeActionItem } from './action-item/remove';
import { updateActionItem } from './action-item/update';
import { serviceBudget } from './analytics/budget';
import { analyticsIncidents } from './analytics/cohort';
import { complianceCsv, complianceReport } from './analytics/compliance';
import { getWeeklyDigest, setWeeklyDigest } from './analytics/digest';
import { loadReport } from './analytics/load';
import { noiseReport } from './analytics/noise';
import { analyticsReport } from './analytics/report';
import { analyticsCsv } from './analytics/report-csv';
import { exportIncidents } from './export/incidents';
import { exportOrganisation } from './export/organisation';
import { createPostmortem } from './postmortem/create';
import { getPostmortem, postmortemOfIncident } from './postmortem/get';
import { listPostmortems } from './postmortem/list';
import { exportPostmortem } from './postmortem/markdown';
import { removePostmortem } from './postmortem/remove';
import { refreshPostmortem, updatePostmortem } from './postmortem/update';

/** What is looked at after incidents: a part of `operations`. */
export const analyticsOperations = {
  analytics: {
    report: analyticsReport,
    csv: analyticsCsv,
    incidents: analyticsIncidents,
    noise: noiseReport,
    load: loadReport,
    compliance: complianceReport,
    complianceCsv,
    budget: serviceBudget,
    weeklyDigest: getWeeklyDigest,
    setWeeklyDigest,
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
  },
  actionItem: {
    list: listActionItems,
    board: actionItemBoard,
    get: getActionItem,
    create: createActionItem,
    update: updateActionItem,
    remove: removeActionItem,
  },
};
