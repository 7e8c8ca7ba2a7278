import type { Finding } from '~/lib/schedules';
import type { Zone } from '~/lib/time';
import type { Instant } from '../../../domain/shared/time';
import { lengthText, spanText } from './span-words';

export type HealthLine = { key: string; text: string; to: string | null };

const MOST_GAPS = 3;

/** The findings in words, with where to do something about them; gaps beyond the third are counted. */
export function healthLines(findings: readonly Finding[], zone: Zone, near: (at: Instant) => string): HealthLine[] {
  const gaps = findings.filter(({ kind }) => kind === 'gap');
  const others = findings.filter(({ kind }) => kind !== 'gap').map((finding) => lineOf(finding, zone, near));
  const shown = gaps.slice(0, MOST_GAPS).map((finding) => lineOf(finding, zone, near));
  const rest = gaps.length - shown.length;
  const more = rest > 0 ? [{ key: 'more', text: `${rest} more gaps in the next 30 days.`, to: null }] : [];
  return [...others, ...shown, ...more];
}

function lineOf({ kind, layer, user, at, start, end }: Finding, zone: Zone, near: (at: Instant) => string): HealthLine {
  const person = user ? `/users/${encodeURIComponent(user.id)}` : null;
  const key = [kind, layer, user?.id, start].join(' ');
  const name = layer ? `“${layer}”` : 'A layer';
  switch (kind) {
    case 'no-layers':
      return { key, text: 'There is no layer: nobody is on call but by overrides.', to: null };
    case 'layer-ended':
      return { key, text: `${name} ended ${near(at ?? 0)} and nothing follows it.`, to: null };
    case 'layer-ends-soon':
      return { key, text: `${name} ends ${near(at ?? 0)} and nothing follows it.`, to: null };
    case 'layer-empty':
      return { key, text: `${name} has nobody in it.`, to: null };
    case 'layer-single-person':
      return { key, text: `${name} has only ${user?.name}: nobody takes turns.`, to: person };
    case 'person-inactive':
      return { key, text: `${user?.name} is not active, so their turns are gaps.`, to: person };
    case 'person-unreachable':
      return { key, text: `${user?.name} has no verified contact method: a page would not arrive.`, to: person };
    case 'gap': {
      const span = { start: Date.parse(start ?? ''), end: Date.parse(end ?? '') };
      return {
        key,
        text: `Nobody is on call ${spanText(span, zone)}, ${lengthText(span, zone.locale).replace(/\.$/, '')}.`,
        to: null,
      };
    }
  }
}
