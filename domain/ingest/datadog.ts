import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, firstFilled, isFields, listOf, plainNames, textAt } from './fields';
import { labelsFrom, pick, tagLabels } from './labels';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

/** `$ALERT_TRANSITION`, https://docs.datadoghq.com/integrations/webhooks/#variables */
const TRANSITIONS: Readonly<Record<string, AlertAction>> = {
  triggered: 'trigger',
  're-triggered': 'trigger',
  renotify: 'trigger',
  're-notify': 'trigger',
  warn: 'trigger',
  're-warn': 'trigger',
  'no data': 'trigger',
  're-no data': 'trigger',
  recovered: 'resolve',
  'warn recovered': 'resolve',
  'no data recovered': 'resolve',
};

/** `$ALERT_TYPE`, for templates that send neither a transition nor Datadog's own title. */
const TYPES: Readonly<Record<string, AlertAction>> = {
  error: 'trigger',
  warning: 'trigger',
  success: 'resolve',
  info: 'ignored',
};

/** State of a monitor or alert that is sent whole, https://docs.datadoghq.com/api/latest/monitors/ (`overall_state`) */
const STATES: Readonly<Record<string, AlertAction>> = {
  ...TRANSITIONS,
  alert: 'trigger',
  ok: 'resolve',
  resolved: 'resolve',
};

const CYCLE = ['alertcyclekey', 'cyclekey', 'aggregkey', 'aggregationkey', 'uniquekey', 'dedupkey'];
const SCOPE = ['alertscope', 'scopes', 'scope'];
const SEVERITY = ['severity', 'priority', 'alertpriority', 'level', 'alerttype'];

/**
 * Datadog: the body is a template that the customer writes from `$VARIABLES`; fields are found under the names that
 * templates use for them. The default template carries neither transition nor key: there the transition is the bracket
 * that Datadog itself puts before the title, and the rest of the title is the identity.
 */
export const datadog = defineAdapter('datadog', 'Datadog', (body, request) => {
  const fields = flattened(plainNames(body));
  const title = said(fields, ['title', 'eventtitle', 'alerttitle', 'summary']);
  const prefix = prefixOf(title);
  const dedupKey = keyOf(fields) ?? (title === null ? null : `title:${(prefix?.rest ?? title).trim()}`);
  if (dedupKey === null) return null;
  const severity = severityOf(fields);
  const links = listOf(at(fields, 'links')).map((link) => ({ href: textAt(link, 'href'), text: textAt(link, 'text') }));
  return [
    mapped(request, actionOf(fields, prefix), {
      dedupKey,
      title,
      otherTitles: [said(fields, ['textonlymsg', 'body', 'eventmsg', 'text'])],
      description: said(fields, ['textonlymsg', 'body', 'eventmsg', 'text', 'message']),
      severity,
      urgency: urgencyOf(severity),
      sourceLink: said(fields, ['url', 'link', 'eventurl', 'alerturl']) ?? links[0]?.href ?? null,
      links: [...links, { href: said(fields, ['snapshot']), text: 'Snapshot' }],
      labels: labelsFrom(
        pick(fields, ['monitorid', 'alertid', 'alertquery', 'alertmetric', 'eventtype', ...SCOPE]),
        tagLabels(at(fields, 'tags')),
      ),
      source: said(fields, ['hostname', 'host', ...SCOPE]),
      occurredAt: ['lastupdated', 'date', 'dateposix', 'datehappened', 'receivedat']
        .map((name) => anyInstant(at(fields, name)))
        .find((time) => time !== null),
    }),
  ];
});

/** `{monitor: {id, name, status, message}}` and `{alert: {…}}`: the same facts one level down. */
function flattened(fields: Fields): Fields {
  const inner = [at(fields, 'monitor'), at(fields, 'alert')].find(isFields);
  if (inner === undefined) return fields;
  const { id, name, title, status, state, ...rest } = plainNames(inner);
  return { ...rest, monitorid: id, alerttitle: title ?? name, monitorstate: status ?? state, ...fields };
}

function actionOf(fields: Fields, prefix: Prefix | null): AlertAction | null {
  const word = said(fields, ['alerttransition', 'transition']);
  if (word !== null) return exactly(TRANSITIONS, word);
  const state = said(fields, ['monitorstate']);
  if (state !== null) return exactly(STATES, state);
  // Templates also put $ALERT_STATUS, which is a sentence, under "status": then Datadog's own bracket decides.
  const status = said(fields, ['status']);
  const known = exactly(TRANSITIONS, status) ?? exactly(TRANSITIONS, prefix?.transition ?? null);
  return known ?? (status === null ? exactly(TYPES, said(fields, ['alerttype'])) : null);
}

/** Text under one of the names, unless Datadog left the variable as it was ("$ALERT_SCOPE") or wrote "null". */
function said(fields: Fields, names: readonly string[]): string | null {
  return names.map((name) => firstFilled(fields, [name])).find((text) => text !== null && text !== 'null') ?? null;
}

/** The scope tells the groups of a multi-alert monitor apart. */
function keyOf(fields: Fields): string | null {
  const monitor = said(fields, ['alertid', 'monitorid']);
  return said(fields, CYCLE) ?? (monitor === null ? null : JSON.stringify([monitor, said(fields, SCOPE) ?? '']));
}

type Prefix = { transition: string; rest: string };

/** "[P1] [Triggered on {host:a}] Disk full" → Triggered, "{host:a} Disk full"; a test of a monitor begins with "[TEST]". */
function prefixOf(title: string | null): Prefix | null {
  const match = /^(?:\[(?:P[1-5]|TEST)\] *)*\[([A-Za-z -]+?)(?: on (\{[^\]]*\}))?\] *(.*)$/s.exec(title ?? '');
  const [, transition, scope, rest] = match ?? [];
  if (transition === undefined || exactly(TRANSITIONS, transition) === null) return null;
  return { transition, rest: `${scope === undefined ? '' : `${scope} `}${rest ?? ''}` };
}

/** The first word that is known; "Not set" as priority leaves the alert type to decide. */
function severityOf(fields: Fields): string | null {
  const words = SEVERITY.map((name) => said(fields, [name]));
  return words.find((word) => urgencyOf(word) !== null) ?? words.find((word) => word !== null) ?? null;
}
