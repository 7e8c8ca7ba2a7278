// What came of it all, counted at the provider and in the incidents themselves.

const ABSENT = 'absent';

/** How long the product was away between two instants, in milliseconds. */
export const awayBetween = (downtimes, from, until) =>
  downtimes.reduce((sum, gap) => sum + Math.max(0, Math.min(until, gap.until) - Math.max(from, gap.from)), 0);

async function endOf(product, { id }) {
  const { status, body } = await product.api(`incidents/${id}`);
  if (status !== 200) return { status: ABSENT, acknowledgedAt: null, claims: [] };
  const { body: timeline } = await product.api(`incidents/${id}/timeline`);
  const { body: notifications } = await product.api(`incidents/${id}/notifications`);
  const claims = notifications.data.flatMap(({ deliveries }) => deliveries.map(({ at }) => Date.parse(at)));
  const acknowledgement = timeline.data.find(({ kind }) => kind === 'acknowledged');
  // The notice that it is over goes out after the acknowledgement, and is no page.
  const resolvedAt = timeline.data.find(({ kind }) => kind === 'resolved')?.at;
  return {
    status: body.status,
    acknowledgedAt: acknowledgement ? Date.parse(acknowledgement.at) : null,
    claims: claims.filter((at) => !resolvedAt || at < Date.parse(resolvedAt)),
  };
}

const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

export async function countAll(product, mails, lives) {
  const ends = [];
  for (const life of lives) ends.push({ ...life, ...(await endOf(product, life)) });
  const pages = lives.flatMap(({ pages: some }) => some);
  const perNotification = Map.groupBy(mails, ({ notification }) => notification);
  const late = pages
    .filter(({ at }) => at !== null)
    .map(({ at, dueAt }) => Math.max(0, at - dueAt - awayBetween(product.downtimes, dueAt, at)));
  return {
    kills: product.downtimes.length,
    incidents: lives.length,
    acceptedEvents: lives.length * 3,
    lostTriggers: ends.filter(({ status }) => status === ABSENT).length,
    lostAcknowledgements: ends.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
    lostResolves: ends.filter(({ status }) => status !== 'RESOLVED').length,
    pages: pages.length,
    lostPages: pages.filter(({ at }) => at === null).length,
    pagesAfterAcknowledgement: ends.reduce(
      (sum, { claims, acknowledgedAt }) => sum + claims.filter((at) => acknowledgedAt && at > acknowledgedAt).length,
      0,
    ),
    mails: mails.length,
    duplicates: [...perNotification.values()].reduce((sum, same) => sum + same.length - 1, 0),
    mostCopiesOfOne: Math.max(...[...perNotification.values()].map((same) => same.length)),
    downSeconds: Math.round(awayBetween(product.downtimes, 0, Infinity) / 1000),
    lateBeyondDowntimeMs: { p50: percentile(late, 0.5), p99: percentile(late, 0.99), most: percentile(late, 1) },
  };
}
