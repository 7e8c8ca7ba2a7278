import { fieldTextOf, instantOf } from '~/components/escalation-policy/moment-field';
import { optionalTextOf, textOf } from '~/lib/form';
import type { ReportProposals, StatusComponent, StatusPage, StatusReport } from '~/lib/status-pages';
import type { Zone } from '~/lib/time';
import { toIso } from '../../../domain/shared/time';

export type PageValues = Record<string, string>;

export const valuesOf = ({ uptime, ...page }: StatusPage): PageValues => ({
  name: page.name,
  slug: page.slug,
  description: page.description ?? '',
  timezone: page.timezone,
  language: page.language,
  audience: page.audience,
  showUptime: uptime.show ? 'on' : '',
  excludeMaintenance: uptime.excludeMaintenance ? 'on' : '',
});

/** What was typed, as the operation's schema takes it. A password that was left out stays. */
export const pageInputOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  slug: textOf(form, 'slug'),
  description: textOf(form, 'description') || null,
  timezone: textOf(form, 'timezone'),
  language: textOf(form, 'language'),
  audience: textOf(form, 'audience'),
  password: optionalTextOf(form, 'password'),
  uptime: { show: form.has('showUptime'), excludeMaintenance: form.has('excludeMaintenance') },
});

type Written = Pick<StatusComponent, 'name' | 'description' | 'group' | 'serviceIds'> & { id?: string };

const written = ({ id, name, description, group, serviceIds }: StatusComponent): Written => ({
  id,
  name,
  description,
  group,
  serviceIds: [...serviceIds],
});

const typed = (form: FormData): Written => ({
  name: textOf(form, 'name'),
  description: textOf(form, 'description') || null,
  group: textOf(form, 'group') || null,
  serviceIds: form.getAll('service').filter((id): id is string => typeof id === 'string'),
});

/** The list after one of its buttons was pressed; null for a button or a component that there is not. */
export function changedComponents(components: readonly StatusComponent[], form: FormData): Written[] | null {
  const list = components.map(written);
  const verb = textOf(form, 'verb');
  if (verb === 'add') return [...list, typed(form)];
  if (verb === 'order') return inOrder(list, textOf(form, 'order').split(' '));
  const at = list.findIndex(({ id }) => id === textOf(form, 'id'));
  const one = list[at];
  if (!one) return null;
  switch (verb) {
    case 'save':
      return list.with(at, { ...one, ...typed(form) });
    case 'remove':
      return list.toSpliced(at, 1);
    case 'up':
      return at === 0 ? list : list.toSpliced(at, 1).toSpliced(at - 1, 0, one);
    case 'down':
      return list.toSpliced(at, 1).toSpliced(at + 1, 0, one);
    default:
      return null;
  }
}

/** The list in the order of these ids; null where they are not exactly those of the list. */
function inOrder(list: readonly Written[], ids: readonly string[]): Written[] | null {
  const found = ids.flatMap((id) => list.find((one) => one.id === id) ?? []);
  return found.length === list.length && new Set(ids).size === list.length ? found : null;
}

/** What was typed of a report; its times are those of the page's zone. */
export function reportInputOf(form: FormData, zone: Pick<Zone, 'timeZone'>) {
  const isoOf = (name: string): string | undefined => {
    const at = instantOf(textOf(form, name), zone);
    return at === null ? undefined : toIso(at);
  };
  const components = [...form.keys()]
    .filter((name) => name.startsWith('state ') && textOf(form, name) !== '')
    .map((name) => ({ componentId: name.slice('state '.length), state: textOf(form, name) }));
  return {
    kind: textOf(form, 'kind') || 'incident',
    title: textOf(form, 'title'),
    status: optionalTextOf(form, 'status'),
    body: textOf(form, 'body'),
    components,
    startsAt: isoOf('startsAt'),
    endsAt: isoOf('endsAt') ?? null,
    nextUpdateAt: isoOf('nextUpdateAt') ?? null,
    incidentId: textOf(form, 'incidentId') || null,
    notify: form.has('notify'),
    holdPages: form.has('holdPages'),
    publishAt: isoOf('publishAt') ?? null,
    draft: textOf(form, 'verb') === 'draft',
  };
}

/** What a report of an incident begins with, as its form shows it. */
export const proposedValues = (
  { title, components, startsAt }: ReportProposals['pages'][number],
  timeZone: string,
): Record<string, string> => ({
  title,
  startsAt: fieldTextOf(startsAt, { timeZone }),
  ...Object.fromEntries(components.map(({ componentId, state }) => [`state ${componentId}`, state])),
});

/** What can still be changed of a report, as its form shows it. */
export function reportValues(report: StatusReport, timeZone: string): Record<string, string> {
  const text = (at: number | null) => (at === null ? '' : fieldTextOf(at, { timeZone }));
  return {
    title: report.title,
    body: report.updates.at(-1)?.body ?? '',
    startsAt: text(report.startsAt),
    endsAt: text(report.endsAt),
    publishAt: text(report.publishAt),
  };
}

/** What was typed of a report that there is; what its form does not show is left out, and stays. */
export function reportChangeOf(form: FormData, zone: Pick<Zone, 'timeZone'>) {
  const isoOf = (name: string): string | null | undefined => {
    if (!form.has(name)) return undefined;
    const at = instantOf(textOf(form, name), zone);
    return at === null ? null : toIso(at);
  };
  return {
    title: textOf(form, 'title'),
    body: form.has('body') ? textOf(form, 'body') : undefined,
    startsAt: isoOf('startsAt') ?? undefined,
    endsAt: isoOf('endsAt'),
    publishAt: isoOf('publishAt'),
  };
}
