import type { ComponentProps } from 'react';
import { Combobox } from '~/ui/combobox';
import type { ZoneGroup } from './zones';

type Props = Omit<ComponentProps<typeof Combobox>, 'groups' | 'label'> & {
  label?: string;
  groups: readonly ZoneGroup[];
};

/** A time zone by place. The list comes from the server: browsers know other zones. */
export function ZoneSelect({ label = 'Time zone', groups, ...rest }: Props) {
  const offered = groups.map(({ region, zones }) => ({
    label: region,
    options: zones.map(({ zone, place }) => ({ value: zone, word: place })),
  }));
  return <Combobox label={label} groups={offered} {...rest} />;
}
