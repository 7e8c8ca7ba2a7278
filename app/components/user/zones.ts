/** Time zones of one part of the world, to choose from by place. */
export type ZoneGroup = { region: string; zones: { zone: string; place: string }[] };

/** Every zone the runtime knows, and the given one even if it does not list it, by region. */
export function zoneGroups(
  current = 'UTC',
  known: readonly string[] = Intl.supportedValuesOf('timeZone'),
): ZoneGroup[] {
  const groups = new Map<string, ZoneGroup['zones']>();
  for (const zone of [...new Set([...known, current, 'UTC'])].toSorted()) {
    const [first = zone, ...rest] = zone.split('/');
    const region = rest.length > 0 ? first : 'UTC and others';
    const place = (rest.length > 0 ? rest : [first]).join(', ').replaceAll('_', ' ');
    groups.set(region, [...(groups.get(region) ?? []), { zone, place }]);
  }
  return [...groups].map(([region, zones]) => ({ region, zones }));
}
