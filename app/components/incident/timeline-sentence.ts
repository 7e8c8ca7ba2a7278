import type { Clock } from '~/lib/clock';
import type { ActorRef, Origin } from '../../../domain/access/actor';
import type { TimelineEntry, TimelineKind } from '../../../domain/incident/timeline';
import { detailReader } from './detail-reader';
import { NOTIFICATION_TELLERS } from './notification-tellers';
import { PAGING_TELLERS } from './paging-tellers';
import { RECORD_TELLERS } from './record-tellers';
import { RESPONSE_TELLERS } from './response-tellers';
import { incidentOf, joined, type Sentence, type Teller } from './teller';

const TELLERS: Record<TimelineKind, Teller> = {
  ...PAGING_TELLERS,
  ...NOTIFICATION_TELLERS,
  ...RESPONSE_TELLERS,
  ...RECORD_TELLERS,
};

/** The entry in words, on the reader's clock. Unknown or missing details are left out, never guessed. */
export function timelineSentence(entry: TimelineEntry, clock: Clock): Sentence {
  const { glyph, tone, tell } = TELLERS[entry.kind];
  const facts = {
    entry,
    clock,
    who: nameOfActor(entry.actor) + via(entry.origin),
    ...detailReader(entry.detail, clock),
  };
  const [subject, verb, detail = null] = tell(facts);
  const merged = incidentOf(facts, 'mergedFrom');
  return {
    subject,
    verb,
    detail: joined(detail ?? undefined, answeredVia(entry), merged && `of ${merged}`),
    glyph,
    ...(tone ? { tone } : {}),
  };
}

/** Through which door an answer came that needed no signing in: "via push on Pixel 8". */
function answeredVia({ actor, origin }: TimelineEntry): string | undefined {
  if (actor.kind !== 'user') return undefined;
  switch (origin) {
    case 'push':
      return actor.via ? `via push on ${actor.via}` : 'via push';
    case 'email':
      return 'via e-mail link';
    case 'sms':
      return 'via text message';
    case 'voice':
      return 'via phone call';
    case 'slack':
      return 'via Slack';
    default:
      return undefined;
  }
}

const nameOfActor = (actor: ActorRef): string => (actor.kind === 'api-key' ? `${actor.name} (API key)` : actor.name);
/** The door, where it is one that a reader of the logbook should know of. */
const via = (origin: Origin): string => (VIA[origin] ? `, via ${VIA[origin]},` : '');
const VIA: Partial<Record<Origin, string>> = { slack: 'Slack' };
