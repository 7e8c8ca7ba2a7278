import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import type { Role } from '../../../domain/access/roles';
import { ROLE_CHOICES } from './words';
import { ZoneSelect } from './zone-select';
import type { ZoneGroup } from './zones';

type Values = { name?: string; email?: string; role?: Role; timezone: string };
type Props = { refusal: Refusal | undefined; zones: readonly ZoneGroup[]; values: Values };

/** What administrators set of a person. */
export function UserFields({ refusal, zones, values }: Props) {
  const field = (name: keyof Values) => {
    const given = fieldOf(refusal, name);
    return { ...given, defaultValue: given.defaultValue ?? values[name] };
  };
  return (
    <>
      <Anchored name="name">
        <Field label="Name" required maxLength={200} autoComplete="off" {...field('name')} />
      </Anchored>
      <Anchored name="email">
        <Field
          label="E-mail"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          hint="To sign in with, and the first way to reach them."
          {...field('email')}
        />
      </Anchored>
      <Anchored name="role">
        <Select label="Role" required {...field('role')}>
          {ROLE_CHOICES.map(({ value, word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      </Anchored>
      <Anchored name="timezone">
        <ZoneSelect groups={zones} hint="On whose clock times are told to them." {...field('timezone')} />
      </Anchored>
    </>
  );
}
