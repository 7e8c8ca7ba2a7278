import { CheckboxGroup } from '~/ui/checkbox-group';
import { CopyField } from '~/ui/copy-field';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { Menu } from '~/ui/menu';
import { Section } from '~/ui/page';
import styles from './gallery.module.css';

/** Fields as they are, with a hint, refused, and what is folded away. */
export function GalleryForms({ look }: { look: string }) {
  return (
    <Section title="Fields">
      <div className={styles.stack}>
        <Field name={`${look}-name`} label="Name" defaultValue="checkout-api" />
        <Field name={`${look}-mail`} label="E-mail" hint="You sign in with it." placeholder="ana@example.com" />
        <Field name={`${look}-wrong`} label="Minutes" defaultValue="soon" error="Give a whole number of minutes." />
        <Field name={`${look}-off`} label="Switched off" defaultValue="not now" disabled />
        <Select name={`${look}-select`} label="Urgency">
          <option>High</option>
          <option>Low</option>
        </Select>
        <Textarea name={`${look}-text`} label="Description" defaultValue="Several lines." />
        <Checkbox name={`${look}-check`} label="Stay signed in on this device" defaultChecked />
        <CheckboxGroup
          legend="Channels"
          name={`${look}-channels`}
          chosen={['sms']}
          choices={[
            { value: 'email', word: 'E-mail' },
            { value: 'sms', word: 'SMS' },
          ]}
          hint="None chosen: every channel the person has."
        />
        <CopyField label="Address" text="http://127.0.0.1:8787/api/integrations/events/k3j9x2…" />
        <CopyField label="alertmanager.yml" block text={'receivers:\n  - name: opsknight\n    webhook_configs:'} />
        <div className={styles.row}>
          <Menu label="Snooze" group={`${look}-menus`}>
            <p>What the menu holds.</p>
          </Menu>
        </div>
      </div>
    </Section>
  );
}
