import type { Named } from '~/lib/operations';

export type ListedService = { id: string; name: string; team: Named | null; policy: Named | null; open: number };

const COLUMNS = ['name', 'team', 'policy', 'open'] as const;
export type ServiceSort = { by: (typeof COLUMNS)[number]; down: boolean };

/** The list's address: what is looked for, and in which order. `-open` is the most first. */
export function readListing(params: URLSearchParams): { q: string; sort: ServiceSort } {
  const word = params.get('sort') ?? '';
  const by = COLUMNS.find((column) => column === word.replace(/^-/, '')) ?? 'name';
  return { q: (params.get('q') ?? '').trim().slice(0, 200), sort: { by, down: word === `-${by}` } };
}

/** The address of the same list in another order; a second press turns it round, and counts begin with the most. */
export function sortLink(q: string, sort: ServiceSort, by: ServiceSort['by']): string {
  const down = sort.by === by ? !sort.down : by === 'open';
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (by !== 'name' || down) params.set('sort', `${down ? '-' : ''}${by}`);
  return `/services${params.size > 0 ? `?${params}` : ''}`;
}

/** Those whose name, team or policy holds the text, in order; equals by name, and what has none comes last. */
export function listed(services: readonly ListedService[], q: string, { by, down }: ServiceSort): ListedService[] {
  const wanted = q.toLowerCase();
  const holds = ({ name, team, policy }: ListedService) =>
    [name, team?.name, policy?.name].some((text) => text?.toLowerCase().includes(wanted));
  const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const turn = down ? -1 : 1;
  const wordOf = (service: ListedService) => (by === 'team' || by === 'policy' ? service[by]?.name : service.name);
  return services.filter(holds).sort((a, b) => {
    if (by === 'open' && a.open !== b.open) return turn * (a.open - b.open);
    const [one, other] = [wordOf(a), wordOf(b)];
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1;
    } else if (by !== 'open' && names.compare(one, other) !== 0) return turn * names.compare(one, other);
    return names.compare(a.name, b.name);
  });
}
