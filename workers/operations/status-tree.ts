import { createStatusPage } from './status-page/create';
import { getStatusPage } from './status-page/get';
import { listStatusPages } from './status-page/list';
import { removeStatusPage } from './status-page/remove';
import { setComponentState } from './status-page/set-state';
import { updateStatusPage } from './status-page/update';
import { createReport } from './status-report/create';
import { getReport } from './status-report/get';
import { listReports } from './status-report/list';
import { postUpdate } from './status-report/post-update';
import { publishReport } from './status-report/publish';
import { removeReport } from './status-report/remove';
import { countSubscribers } from './status-subscriber/count';

/** What those who write status pages do. */
export const statusOperations = {
  statusPage: {
    list: listStatusPages,
    get: getStatusPage,
    create: createStatusPage,
    update: updateStatusPage,
    remove: removeStatusPage,
    setState: setComponentState,
  },
  statusReport: {
    list: listReports,
    get: getReport,
    create: createReport,
    postUpdate,
    publish: publishReport,
    remove: removeReport,
  },
  statusSubscriber: { count: countSubscribers },
};
