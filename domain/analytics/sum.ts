import { addOpening, type Measures, nothing, type Targets } from './measures';
import { joined, type Samples } from './samples';

/** Measures added up. Their samples stay where they are, as they are many: a year has some 600,000. */
export type Sum = Measures<Samples>;

const COUNTS = [
  'incidents',
  'alerts',
  'resolved',
  'autoResolved',
  'quickResolved',
  'neverAcknowledged',
  'escalated',
  'reopened',
] as const;

/** All of them together. */
export function addUp(parts: readonly Measures[]): Sum {
  const sum: Sum = { ...nothing(), ack: [], resolve: [], people: {}, sent: {} };
  for (const part of parts) {
    for (const name of COUNTS) sum[name] += part[name];
    if (part.ack.length > 0) sum.ack.push(part.ack);
    if (part.resolve.length > 0) sum.resolve.push(part.resolve);
    addTargets(sum.ackTargets, part.ackTargets);
    addTargets(sum.resolveTargets, part.resolveTargets);
    for (const [service, openings] of Object.entries(part.openings)) addOpening(sum.openings, service, openings);
    for (const [user, own] of Object.entries(part.people)) {
      sum.people[user] ??= { business: 0, off: 0, sleep: 0, ack: [] };
      const person = sum.people[user];
      for (const hours of ['business', 'off', 'sleep'] as const) person[hours] += own[hours];
      if (own.ack.length > 0) person.ack.push(own.ack);
    }
    for (const [key, own] of Object.entries(part.sent)) {
      sum.sent[key] ??= { taken: 0, arrived: 0, failed: 0, latency: [] };
      const sent = sum.sent[key];
      for (const name of ['taken', 'arrived', 'failed'] as const) sent[name] += own[name];
      if (own.latency.length > 0) sent.latency.push(own.latency);
    }
  }
  return sum;
}

function addTargets(to: Targets, from: Targets): void {
  to.met += from.met;
  to.missed += from.missed;
  for (const dueAt of from.running) to.running.push(dueAt);
}

/** The same as measures that can be stored and added up again. */
export const asMeasures = (sum: Sum): Measures => ({
  ...sum,
  ack: joined(sum.ack),
  resolve: joined(sum.resolve),
  people: Object.fromEntries(Object.entries(sum.people).map(([user, own]) => [user, { ...own, ack: joined(own.ack) }])),
  sent: Object.fromEntries(
    Object.entries(sum.sent).map(([key, own]) => [key, { ...own, latency: joined(own.latency) }]),
  ),
});
