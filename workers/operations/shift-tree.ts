import { declineCover, takeCover } from './cover/answer';
import { requestCover } from './cover/create';
import { getCover, listCovers, myCovers } from './cover/list';
import { withdrawCover } from './cover/withdraw';
import { getHolidays, putHolidays } from './holiday/holidays';
import { scheduleFairness } from './schedule/fairness';
import { scheduleHistory } from './schedule/history';
import { shiftsAsCsv } from './schedule/shifts-csv';
import { shiftsOfPerson } from './schedule/shifts-of-person';
import { getNoticeSettings, updateNoticeSettings } from './shift-notice/settings';
import { createTimeOff } from './time-off/create';
import { importTimeOff } from './time-off/import';
import { listTimeOff } from './time-off/list';
import { coverProposals } from './time-off/proposals';
import { removeTimeOff } from './time-off/remove';

/** What is known of a schedule besides who is on call: a part of `operations.schedule`. */
export const scheduleRecords = {
  ofPerson: shiftsOfPerson,
  fairness: scheduleFairness,
  history: scheduleHistory,
  csv: shiftsAsCsv,
};

/** The operations by which people give shifts away, are away, and are told: a part of `operations`. */
export const shiftOperations = {
  holiday: { get: getHolidays, put: putHolidays },
  cover: {
    request: requestCover,
    take: takeCover,
    decline: declineCover,
    withdraw: withdrawCover,
    get: getCover,
    list: listCovers,
    mine: myCovers,
  },
  timeOff: {
    list: listTimeOff,
    create: createTimeOff,
    remove: removeTimeOff,
    proposals: coverProposals,
    import: importTimeOff,
  },
  shiftNotice: { get: getNoticeSettings, update: updateNoticeSettings },
};
