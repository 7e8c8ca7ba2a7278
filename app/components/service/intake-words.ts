import type { ServiceSettings } from '../../../domain/plan/plan';

/** What a service does with an alert before it pages, as terms and values; nothing where nothing is set. */
export function intakeFacts(settings: ServiceSettings): [term: string, value: string][] {
  const { groupingMinutes, groupingLabels = [], stormLimit, flapLimit, flapMinutes } = settings;
  const { holdBackSeconds, holdBackCount, holdBackMinutes, autoResolveHours } = settings;
  const facts: [string, string | false][] = [
    [
      'Groups',
      Boolean(groupingMinutes) &&
        `${groupingLabels.length > 0 ? `the same ${groupingLabels.join(', ')}` : 'all alerts'} within ${groupingMinutes} min`,
    ],
    ['Storm', Boolean(stormLimit) && `beyond ${stormLimit} new incidents a minute`],
    ['Waits', Boolean(holdBackSeconds) && `until it has burnt for ${holdBackSeconds} s`],
    [
      'Counts',
      Boolean(holdBackCount && holdBackMinutes) && `more than ${holdBackCount} events within ${holdBackMinutes} min`,
    ],
    ['Flaps', Boolean(flapLimit && flapMinutes) && `open ${flapLimit} times within ${flapMinutes} min`],
    ['Ends', Boolean(autoResolveHours) && `by itself after ${autoResolveHours} h without news`],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== false);
}
