import { useEffect, useRef } from 'react';
import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import styles from './setup-page.module.css';

type Props = { token: string; zones: readonly ZoneGroup[]; refusal: Refusal | undefined; mayLoadDemo: boolean };

/** The first account. Where scripts run, the zone of the device is chosen already. */
export function OwnerForm({ token, zones, refusal, mayLoadDemo }: Props) {
  const form = useDeviceZone(refusal?.values.timezone);
  return (
    <>
      <Form method="post" className={styles.form} reloadDocument ref={form}>
        <input type="hidden" name="token" value={token} />
        <Field label="Your name" required maxLength={200} autoComplete="name" {...fieldOf(refusal, 'name')} />
        <Field
          label="E-mail"
          type="email"
          hint="You sign in with it, and are paged on it until you add a phone."
          required
          autoComplete="username"
          {...fieldOf(refusal, 'email')}
        />
        <Field
          label="Password"
          type="password"
          hint="At least 12 characters. A few words do well."
          required
          minLength={12}
          autoComplete="new-password"
          {...fieldOf(refusal, 'password')}
        />
        <ZoneSelect groups={zones} {...fieldOf(refusal, 'timezone')} defaultValue={refusal?.values.timezone ?? 'UTC'} />
        <div className={styles.end}>
          <Button look="primary">Create the account and go on</Button>
        </div>
      </Form>
      {mayLoadDemo ? (
        <Form method="post" action="/setup/demo" className={styles.other} reloadDocument>
          <input type="hidden" name="token" value={token} />
          <p className={styles.muted}>
            Only looking around? The demo organisation has teams, schedules and incidents, and is removed again with one
            press.
          </p>
          <Button>Load the demo organisation</Button>
        </Form>
      ) : null}
    </>
  );
}

function useDeviceZone(chosen: string | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const select = form.current?.elements.namedItem('timezone');
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (chosen || !(select instanceof HTMLSelectElement)) return;
    if ([...select.options].some(({ value }) => value === zone)) select.value = zone;
  }, [chosen]);
  return form;
}
