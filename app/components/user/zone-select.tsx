import type { ComponentProps } from 'react';
import { Select } from '~/ui/field';
import type { ZoneGroup } from './zones';

type Props = Omit<ComponentProps<typeof Select>, 'children' | 'label'> & {
  label?: string;
  groups: readonly ZoneGroup[];
};

/** A time zone by place. The list comes from the server: browsers know other zones. */
export function ZoneSelect({ label = 'Time zone', groups, ...rest }: Props) {
  return (
    <Select label={label} {...rest}>
      {groups.map(({ region, zones }) => (
        <optgroup key={region} label={region}>
          {zones.map(({ zone, place }) => (
            <option key={zone} value={zone}>
              {place}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
