/** Prefixes of ids; an id reads `prefix_rest` everywhere: table, API, URL. */
export const ID_PREFIXES = {
  user: 'usr',
  team: 'team',
  service: 'svc',
  integration: 'int',
  escalationPolicy: 'pol',
  escalationStep: 'step',
  schedule: 'sch',
  scheduleLayer: 'lay',
  scheduleOverride: 'ovr',
  coverRequest: 'cov',
  timeOff: 'off',
  contactMethod: 'cm',
  notificationRule: 'rule',
  incident: 'inc',
  alert: 'alr',
  alertEvent: 'evt',
  timelineEvent: 'tle',
  notification: 'ntf',
  delivery: 'dlv',
  note: 'note',
  apiKey: 'key',
  session: 'ses',
  auditEntry: 'aud',
  outboxMessage: 'msg',
  webhook: 'whk',
  maintenanceWindow: 'mwn',
  heartbeat: 'hbt',
  changeEvent: 'chg',
  announcement: 'ann',
  pageTest: 'tst',
  postmortem: 'pm',
  actionItem: 'act',
  statusPage: 'spg',
  statusComponent: 'cmp',
  statusReport: 'rep',
  statusUpdate: 'upd',
  statusAnnouncement: 'stn',
  statusSubscriber: 'sub',
  customField: 'fld',
  incidentTemplate: 'tpl',
  savedView: 'view',
  dashboard: 'dash',
  panel: 'pan',
  publication: 'pub',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Random bytes in, so that the domain stays free of chance. */
export type RandomBytes = (length: number) => Uint8Array;

/** `length` characters of [0-9a-z], unbiased (bytes of 252 and above are drawn again). 22 characters hold 113 bits. */
export function randomText(length: number, random: RandomBytes): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random(length * 2)) {
      if (byte < 252 && text.length < length) text += ALPHABET[byte % 36];
    }
  }
  return text;
}

/** A new id such as `svc_8k2j…` with 16 random characters (82 bits). */
export const newId = (kind: IdKind, random: RandomBytes): string => `${ID_PREFIXES[kind]}_${randomText(16, random)}`;
