import { createAnnouncement } from './status-announcement/create';
import { getAnnouncement } from './status-announcement/get';
import { listAnnouncements } from './status-announcement/list';
import { removeAnnouncement } from './status-announcement/remove';
import { updateAnnouncement } from './status-announcement/update';
import { checkHost } from './status-page/check-host';
import { createStatusPage } from './status-page/create';
import { getStatusPage } from './status-page/get';
import { listStatusPages } from './status-page/list';
import { previewStatusPage } from './status-page/preview';
import { removeStatusPage } from './status-page/remove';
import { setComponentState } from './status-page/set-state';
import { updateStatusPage } from './status-page/update';
import { uptimeByMonth, uptimeCsv } from './status-page/uptime';
import { createReport } from './status-report/create';
import { getReport } from './status-report/get';
import { listReports } from './status-report/list';
import { postUpdate } from './status-report/post-update';
import { previewReport } from './status-report/preview';
import { reportProposals } from './status-report/proposals';
import { publishReport } from './status-report/publish';
import { removeReport } from './status-report/remove';
import { updateReport } from './status-report/update';
import { addSubscriber } from './status-subscriber/add';
import { askAgain } from './status-subscriber/ask-again';
import { chooseUpdates } from './status-subscriber/choose';
import { countSubscribers } from './status-subscriber/count';
import { exportSubscribers } from './status-subscriber/export';
import { getSubscriber } from './status-subscriber/get';
import { importSubscribers } from './status-subscriber/import';
import { listSubscribers } from './status-subscriber/list';
import { removeSubscriber } from './status-subscriber/remove';

/** What those who write status pages do. */
export const statusOperations = {
  statusPage: {
    list: listStatusPages,
    get: getStatusPage,
    create: createStatusPage,
    update: updateStatusPage,
    remove: removeStatusPage,
    setState: setComponentState,
    preview: previewStatusPage,
    checkHost,
    uptime: uptimeByMonth,
    uptimeCsv,
  },
  statusReport: {
    list: listReports,
    get: getReport,
    create: createReport,
    postUpdate,
    publish: publishReport,
    update: updateReport,
    remove: removeReport,
    preview: previewReport,
    proposals: reportProposals,
  },
  statusAnnouncement: {
    list: listAnnouncements,
    get: getAnnouncement,
    create: createAnnouncement,
    update: updateAnnouncement,
    remove: removeAnnouncement,
  },
  statusSubscriber: {
    count: countSubscribers,
    list: listSubscribers,
    get: getSubscriber,
    add: addSubscriber,
    choose: chooseUpdates,
    askAgain,
    import: importSubscribers,
    export: exportSubscribers,
    remove: removeSubscriber,
  },
};
