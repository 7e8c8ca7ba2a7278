import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import type { LocaleChoice } from './locales';
import styles from './profile.module.css';

type Values = { name: string; timezone: string; locale: string };
type Props = {
  you: Values;
  zones: readonly ZoneGroup[];
  locales: readonly LocaleChoice[];
  refusal: Refusal | undefined;
};

/** What people set of themselves. */
export function ProfileForm({ you, zones, locales, refusal }: Props) {
  const field = (name: keyof Values) => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? you[name],
  });
  return (
    <Form method="post" className={styles.form}>
      <Anchored name="name">
        <Field label="Name" required maxLength={200} autoComplete="name" {...field('name')} />
      </Anchored>
      <Anchored name="timezone">
        <ZoneSelect
          groups={zones}
          hint="Every time in the console and in messages is on this clock."
          {...field('timezone')}
        />
      </Anchored>
      <Anchored name="locale">
        <Select
          label="Language"
          hint="Of dates, times and numbers. Pages also speak English, German, Spanish, French or Japanese; the console is in English."
          {...field('locale')}
        >
          {locales.map(({ value, word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      </Anchored>
      <Button look="primary">Save profile</Button>
    </Form>
  );
}
