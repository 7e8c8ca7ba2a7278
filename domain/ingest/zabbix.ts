import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, firstFilled, isFields, isTrue, listOf, plainNames, textAt } from './fields';
import { readJson } from './json';
import { labelsFrom, tagLabels } from './labels';
import { anyInstant } from './times';

/** {EVENT.STATUS}, {TRIGGER.STATUS} and the words of the on-call script. https://www.zabbix.com/documentation/current/en/manual/appendix/macros/supported_by_location */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  problem: 'trigger',
  alerting: 'trigger',
  resolved: 'resolve',
  ok: 'resolve',
};

/** {EVENT.VALUE}, `value` of a streamed event: 1 problem, 0 recovering. */
const VALUES: Readonly<Record<string, AlertAction>> = { 1: 'trigger', 0: 'resolve' };

/** {EVENT.SEVERITY} and {EVENT.NSEVERITY}. */
const SEVERITIES: Readonly<Record<string, Urgency>> = {
  'not classified': 'LOW',
  information: 'LOW',
  warning: 'MEDIUM',
  average: 'MEDIUM',
  high: 'HIGH',
  disaster: 'HIGH',
  0: 'LOW',
  1: 'LOW',
  2: 'MEDIUM',
  3: 'MEDIUM',
  4: 'HIGH',
  5: 'HIGH',
};

const LINKS = ['eventurl', 'triggerurl', 'link', 'url'];

/**
 * Zabbix: webhook media types and scripts, whose bodies customers write from macros. {EVENT.ID} is the same in problem,
 * update and recovery messages; without it host and trigger id (a field, or inside the link) identify. A connector streams
 * events as lines of JSON, where a recovery names its problem as `p_eventid`
 * (https://www.zabbix.com/documentation/current/en/manual/appendix/protocols/real_time_export).
 */
export const zabbix = defineAdapter('zabbix', 'Zabbix', (body, request) => {
  const fields = plainNames(body);
  const dedupKey = keyOf(fields);
  if (dedupKey === null) return null;
  const severity = firstFilled(fields, [
    ...['eventseverity', 'severity', 'triggerseverity', 'eventnseverity', 'triggernseverity', 'nseverity'],
  ]);
  return [
    mapped(request, actionOf(fields), {
      dedupKey,
      title: firstFilled(fields, ['eventname', 'triggername', 'trigger', 'title', 'alertsubject', 'subject', 'name']),
      otherTitles: [firstFilled(fields, ['item', 'itemname', 'message', 'alertmessage'])],
      description: firstFilled(fields, [
        'message',
        'alertmessage',
        'triggerdescription',
        'description',
        'eventopdata',
        'itemvalue',
      ]),
      severity,
      urgency: exactly(SEVERITIES, severity),
      sourceLink: firstFilled(fields, LINKS),
      labels: labelsFrom(tagsOf(fields), labelFields(fields)),
      source: firstFilled(fields, ['hostname', 'host', 'hostip']) ?? textAt(listOf(at(fields, 'hosts'))[0], 'name'),
      occurredAt: anyInstant(at(fields, 'clock')),
    }),
  ] satisfies AlertEvent[];
});

function keyOf(fields: Fields): string | null {
  const event = firstFilled(fields, ['peventid', 'eventid']);
  if (event !== null) return event;
  const alert = firstFilled(fields, ['alertuid']);
  if (alert !== null) return `alert_uid:${alert}`;
  const host = firstFilled(fields, ['hostname', 'host', 'hostid', 'hostip']);
  const inLink = /[?&]triggerid=(\d+)/.exec(firstFilled(fields, LINKS) ?? '')?.[1];
  const trigger =
    firstFilled(fields, ['triggerid']) ?? inLink ?? firstFilled(fields, ['triggername', 'trigger', 'eventname']);
  return trigger === null || trigger === undefined ? null : JSON.stringify([host, trigger]);
}

function actionOf(fields: Fields): AlertAction | null {
  // Discovery (1) and autoregistration (2) events have no problem and no recovery.
  if (['1', '2'].includes(firstFilled(fields, ['eventsource']) ?? '')) return null;
  const status = exactly(STATUSES, firstFilled(fields, ['eventstatus', 'triggerstatus', 'status', 'state']));
  const streamed = firstFilled(fields, ['clock']) === null ? null : firstFilled(fields, ['value']);
  const action = exactly(VALUES, firstFilled(fields, ['eventvalue', 'triggervalue']) ?? streamed) ?? status;
  if (action === 'resolve' || status === 'resolve') return 'resolve';
  return firstFilled(fields, ['eventupdatestatus']) === '1' ? updateAction(fields) : action;
}

/** An update (comment, severity change) acknowledges only when it says that it does. */
function updateAction(fields: Fields): AlertAction | null {
  const done = firstFilled(fields, ['action', 'eventupdateaction', 'updateaction']);
  if (done !== null) return done.split(',').some((word) => word.trim() === 'acknowledged') ? 'acknowledge' : null;
  return isTrue(firstFilled(fields, ['eventackstatus', 'ackstatus'])) ? 'acknowledge' : null;
}

/** {EVENT.TAGS} is "a:b,c:d", {EVENT.TAGSJSON} a list of objects, as JSON or as text. */
function tagsOf(fields: Fields): Fields {
  const raw = at(fields, 'eventtags') ?? at(fields, 'eventtagsjson') ?? at(fields, 'tags');
  const read = typeof raw === 'string' && raw.startsWith('[') ? readJson(raw) : { ok: true, value: raw };
  const tags = 'value' in read ? read.value : raw;
  if (!Array.isArray(tags)) return tagLabels(tags);
  return tagLabels(
    tags.map((tag) => (isFields(tag) ? `${textAt(tag, 'tag') ?? ''}:${textAt(tag, 'value') ?? ''}` : tag)),
  );
}

function labelFields(fields: Fields): Fields {
  const names = ['hostname', 'host', 'hostip', 'itemname', 'itemkey', 'itemvalue', 'triggerid'];
  return Object.fromEntries(names.map((name) => [name, firstFilled(fields, [name])]));
}
