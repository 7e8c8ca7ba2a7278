import { KEPT_OPENINGS } from '../../../domain/alert/hold';
import { decidePlace, groupOf, nextPace } from '../../../domain/alert/place';
import type { AlertSignal } from '../../../domain/escalation/alerts';
import type { Opening } from '../../../domain/escalation/open';
import { hashedId } from '../../../domain/shared/hash';
import type { Instant } from '../../../domain/shared/time';
import type { InboxBatch } from './accept';
import { readGathering, readPace, writeGathering, writePace } from './gathering';
import type { StoredKey } from './keys';

// Which incident a new key goes to, by the settings of its service: the shell around `domain/alert/place`.

/** `openedAt`: the key's openings from now on. `said`: what the opening says besides. */
export type Placed = {
  kind: 'own' | 'join';
  incidentId: string;
  reason: string | null;
  openedAt: Instant[];
  said: Partial<Pick<Opening, 'hold' | 'title' | 'gathers'>>;
} & ({ kind: 'own' } | { kind: 'join'; reason: string });

const stormName = (serviceId: string): string => `storm:${serviceId}`;

/** The key's openings with the one of now, only the latest. */
export const openingsOf = (entry: Pick<StoredKey, 'openedAt'> | null, now: Instant): Instant[] =>
  [...(entry?.openedAt ?? []), now].slice(-KEPT_OPENINGS);

/** Decides where an alert with a new key goes, and notes what the next decision stands on; null: nothing is set. */
export function placeOf(
  batch: InboxBatch,
  entry: StoredKey | null,
  ownId: string,
  signal: AlertSignal,
  serviceId: string | null,
): Placed | null {
  const service = batch.serviceOf(serviceId);
  if (!service) return null;
  const { sql, now, inbox } = batch;
  const { settings, id, name } = service;
  const groupName = groupOf(id, signal.labels, settings);
  const pace = settings.stormLimit ? readPace(sql, id) : null;
  const place = decidePlace({
    now,
    settings,
    group: readGathering(batch, groupName),
    storm: settings.stormLimit ? readGathering(batch, stormName(id)) : null,
    pace,
    openings: entry?.openedAt ?? [],
  });
  const openedAt = settings.flapLimit ? openingsOf(entry, now) : [];
  switch (place.kind) {
    case 'join':
      return { ...place, openedAt, said: {} };
    case 'storm': {
      const incidentId = hashedId('inc', [inbox, stormName(id), now]);
      writeGathering(sql, stormName(id), { incidentId, openedAt: now });
      const said = {
        title: `Alert storm on ${name}: more than ${settings.stormLimit} new incidents a minute`,
        gathers: place.reason,
      };
      return { kind: 'own', incidentId, reason: place.reason, openedAt, said };
    }
    case 'own':
      if (groupName !== null) writeGathering(sql, groupName, { incidentId: ownId, openedAt: now });
      if (settings.stormLimit) writePace(sql, id, nextPace(pace, now));
      return {
        kind: 'own',
        incidentId: ownId,
        reason: place.reason,
        openedAt,
        said: place.hold ? { hold: place.hold } : {},
      };
  }
}
