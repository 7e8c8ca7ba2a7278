import { DEFAULT_CHANNELS } from '../notification/channels';
import type { Intent } from '../notification/content';
import { ladderFor } from '../notification/ladder';
import type { Why } from '../notification/why';
import { wordsFor } from '../notification/words/words';
import type { Change } from './change';
import { notify } from './notify';

/** Something that people are told, not paged for. `repetition` tells apart what one wave can tell them twice. */
export type QuietNews = { intent: Exclude<Intent, 'page'>; why: Why; repetition?: number };

/** Tells people by the quiet channels (e-mail, push, Slack), at once and each method once; nobody is woken. */
export function tellQuietly(change: Change, userIds: readonly string[], { intent, why, repetition }: QuietNews): void {
  const { state, plan } = change;
  const { step, cycle } = state.escalation;
  for (const userId of userIds) {
    const person = plan.people[userId];
    if (person?.status !== 'ACTIVE') continue;
    const ladder = ladderFor({ ...person, rules: [] }, 'MEDIUM', plan.usableChannels, DEFAULT_CHANNELS.MEDIUM);
    const said = wordsFor(person.locale).why(why);
    for (const rung of ladder.widened ? [] : ladder.rungs) {
      notify(change, { ...rung, userId, wave: state.wave, step, cycle, why: said }, intent, repetition);
    }
  }
}
