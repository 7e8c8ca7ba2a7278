import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { NOTIFICATION_STATES, type NotificationState } from '../../../domain/notification/state';
import { dayStart } from '../settings/audit-filter';

/** What the delivery log is narrowed to, as the address has it; dates are days on the reader's own clock. */
export type LogFilter = {
  state: NotificationState | '';
  channel: Channel | '';
  user: string;
  service: string;
  incident: string;
  from: string;
  to: string;
  active: boolean;
};

export function readLogFilter(params: URLSearchParams): LogFilter {
  const text = (name: string): string => (params.get(name) ?? '').trim().slice(0, 64);
  const oneOf = <T extends string>(known: readonly T[], name: string): T | '' =>
    known.find((one) => one === text(name)) ?? '';
  const filter = {
    state: oneOf(NOTIFICATION_STATES, 'state'),
    channel: oneOf(CHANNELS, 'channel'),
    user: text('user'),
    service: text('service'),
    incident: text('incident'),
    from: text('from'),
    to: text('to'),
  };
  return { ...filter, active: Object.values(filter).some((value) => value !== '') };
}

/** The same as the operation takes it; what is not given is left out. */
export function logQuery({ state, channel, user, service, incident, from, to }: LogFilter, timezone: string) {
  const begin = dayStart(from, timezone);
  const end = dayStart(to, timezone, 1);
  return {
    ...(state ? { state } : {}),
    ...(channel ? { channel } : {}),
    ...(user ? { userId: user } : {}),
    ...(service ? { serviceId: service } : {}),
    ...(incident ? { incidentId: incident } : {}),
    ...(begin === null ? {} : { from: begin }),
    ...(end === null ? {} : { to: end }),
  };
}
