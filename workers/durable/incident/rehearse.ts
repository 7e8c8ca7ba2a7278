import { type IncidentEvent, open, type Transition, transition } from '../../../domain/escalation/machine';
import type { Instant } from '../../../domain/shared/time';
import type { Rehearsal } from '../ports';

type Played = { at: Instant; result: Transition };

/** Every waiting notification, claimed and sent by a provider that took it. */
function deliveryEvents(state: Transition['state'], provider: string): IncidentEvent[] {
  return Object.values(state.notifications)
    .filter((one) => one.state === 'PENDING')
    .flatMap((one): IncidentEvent[] => [
      { kind: 'claim', notificationId: one.id },
      {
        kind: 'settle',
        notificationId: one.id,
        attempt: one.attempts + 1,
        result: { outcome: 'sent', provider, providerId: null, error: null },
      },
    ]);
}

/** Plays a script through the machine itself, so that a demo incident could have happened just so. */
export function rehearse({ plan, opening, openedAt, by, events }: Rehearsal): Played[] {
  const played: Played[] = [{ at: openedAt, result: open(opening, plan, openedAt, by) }];
  for (const { at, event, by: actor } of events) {
    const before = played.at(-1)?.result;
    if (!before) break;
    const steps = event.kind === 'deliver-all' ? deliveryEvents(before.state, event.provider) : [event];
    for (const step of steps) {
      const { state, plan: known } = played.at(-1)?.result ?? before;
      played.push({ at, result: transition(state, step, known, at, actor) });
    }
  }
  return played;
}
