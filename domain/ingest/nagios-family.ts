import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { ignored, mapped } from './event';
import { exactly, type Fields, firstFilled, plainNames } from './fields';
import { labelsFrom } from './labels';
import { anyInstant } from './times';

/** $NOTIFICATIONTYPE$, https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/macrolist.html (Icinga 2 and Checkmk keep the words) */
const TYPES: Readonly<Record<string, AlertAction>> = {
  problem: 'trigger',
  recovery: 'resolve',
  acknowledgement: 'acknowledge',
  acknowledgment: 'acknowledge',
};

/** Known, and neither the begin nor the end of a problem. */
const ASIDES: readonly string[] = [
  ...['flappingstart', 'flappingstop', 'flappingend', 'flappingdisabled', 'custom'],
  ...['downtimestart', 'downtimeend', 'downtimecancelled', 'downtimecanceled', 'downtimeremoved'],
];

/** What a state means where a template leaves the type out. */
const STATES: Readonly<Record<string, AlertAction>> = {
  critical: 'trigger',
  crit: 'trigger',
  warning: 'trigger',
  warn: 'trigger',
  unknown: 'trigger',
  down: 'trigger',
  unreachable: 'trigger',
  ok: 'resolve',
  up: 'resolve',
};

const URGENCIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  crit: 'HIGH',
  down: 'HIGH',
  unreachable: 'HIGH',
  unreach: 'HIGH',
  warning: 'MEDIUM',
  warn: 'MEDIUM',
};

/**
 * A notification of Nagios, Icinga 2 or Checkmk. Host and service identify; problem ids do not, being 0 on recovery or
 * new for every notification. The type decides, as the state stays CRITICAL in an acknowledgement.
 */
export function nagiosEvents(body: Fields, request: InboundRequest): AlertEvent[] | null {
  const fields = withoutPrefixes(plainNames(body));
  const host = firstFilled(fields, ['hostname', 'host']);
  if (host === null) return null;
  const service = isHostOnly(fields)
    ? null
    : firstFilled(fields, ['servicename', 'servicedesc', 'servicedescription', 'service']);
  const state = firstFilled(
    fields,
    service === null ? ['hoststate', 'status', 'state'] : ['servicestate', 'status', 'state'],
  );
  const type = firstFilled(fields, ['notificationtype', 'type']);
  const [shownHost, shownService] = [
    firstFilled(fields, ['hostdisplayname']) ?? host,
    firstFilled(fields, ['servicedisplayname']) ?? service,
  ];
  const about = {
    dedupKey: JSON.stringify(service === null ? [host] : [host, service]),
    title: `${shownService === null ? shownHost : `${shownService} on ${shownHost}`}${state === null ? '' : ` is ${state}`}`,
    description: descriptionOf(fields, service !== null),
    severity: state,
    urgency: exactly(URGENCIES, state),
    sourceLink: firstFilled(fields, ['url', 'link', 'serviceactionurl', 'hostactionurl']),
    labels: labelsFrom({
      host,
      service,
      address: firstFilled(fields, ['hostaddress', 'address']),
      site: firstFilled(fields, ['site', 'omdsite']),
      command: firstFilled(fields, ['checkcommand', 'servicecheckcommand']),
      author: firstFilled(fields, ['notificationauthor', 'serviceackauthor', 'hostackauthor']),
    }),
    source: host,
    occurredAt: anyInstant(firstFilled(fields, ['timet', 'laststatechange', 'date'])),
  };
  const word = type?.trim().toLowerCase() ?? null;
  if (word !== null && ASIDES.includes(word)) return [ignored(request, word, about)];
  return [mapped(request, word === null ? exactly(STATES, state) : exactly(TYPES, word), about)];
}

const isHostOnly = (fields: Fields): boolean => firstFilled(fields, ['what'])?.toUpperCase() === 'HOST';

function descriptionOf(fields: Fields, ofService: boolean): string | null {
  const output = firstFilled(fields, [ofService ? 'serviceoutput' : 'hostoutput', 'output']);
  const more = firstFilled(fields, [ofService ? 'longserviceoutput' : 'longhostoutput', 'longoutput']);
  const comment = firstFilled(fields, ['notificationcomment', 'serviceackcomment', 'hostackcomment']);
  return [output, more, comment].filter((part) => part !== null).join('\n\n');
}

/** Environment variables come as NAGIOS_HOSTNAME, ICINGA_HOSTNAME and NOTIFY_HOSTNAME. */
function withoutPrefixes(fields: Fields): Fields {
  const plain = Object.entries(fields).map(([name, value]) => [
    name.replace(/^(?:nagios|icinga|notify)(?=.)/, ''),
    value,
  ]);
  return { ...Object.fromEntries(plain), ...fields };
}
