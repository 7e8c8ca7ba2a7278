import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { Named } from '~/lib/operations';
import { Checkbox, Field, Select } from '~/ui/field';
import { EVENT_TYPES } from '../../../domain/webhook/event';
import { WEBHOOK_FORMATS, type WebhookFormat } from '../../../domain/webhook/webhook';
import styles from './webhook-form.module.css';
import { EVENT_WORDS, FORMAT_WORDS } from './words';

type Props = {
  services: readonly Named[];
  refusal: Refusal | undefined;
  /** Of a webhook that exists; its address is not shown, and its format stays. */
  known: { name: string; format: WebhookFormat; host: string; events: string[]; serviceIds: string[] } | null;
};

/** What is posted, to where, about which events and services. */
export function WebhookFields({ services, refusal, known }: Props) {
  const ticked = (name: string, otherwise: boolean) => (refusal ? refusal.values[name] === 'on' : otherwise);
  return (
    <>
      <Field
        label="Name"
        required
        maxLength={200}
        autoComplete="off"
        {...fieldOf(refusal, 'name')}
        defaultValue={refusal?.values.name ?? known?.name}
      />
      {known ? null : (
        <Select label="What is posted" {...fieldOf(refusal, 'format')}>
          {WEBHOOK_FORMATS.map((format) => (
            <option key={format} value={format}>
              {FORMAT_WORDS[format]}
            </option>
          ))}
        </Select>
      )}
      <Field
        label={known ? 'New address' : 'Address'}
        type="url"
        required={known === null}
        maxLength={2000}
        autoComplete="off"
        placeholder={known ? `https://${known.host}/•••` : 'https://'}
        hint={
          known
            ? 'It is kept sealed and not shown again. Leave this empty to keep it.'
            : 'https only. Of a chat, its incoming webhook; of Telegram, https://api.telegram.org/bot…/sendMessage?chat_id=…'
        }
        {...fieldOf(refusal, 'url')}
      />
      <fieldset className={styles.choices}>
        <legend>Tells when an incident is</legend>
        {EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            name={`event ${type}`}
            label={EVENT_WORDS[type]}
            defaultChecked={ticked(`event ${type}`, known ? known.events.includes(type) : true)}
          />
        ))}
        {refusal?.errors.events ? <p className={styles.error}>{refusal.errors.events}</p> : null}
      </fieldset>
      {services.length === 0 ? null : (
        <fieldset className={styles.choices}>
          <legend>Of these services only</legend>
          <p className={styles.hint}>None ticked means all, also those that are added later.</p>
          {services.map(({ id, name }) => (
            <Checkbox
              key={id}
              name={`service ${id}`}
              label={name}
              defaultChecked={ticked(`service ${id}`, known?.serviceIds.includes(id) ?? false)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** The form as the schema takes it. */
export function webhookOf(form: FormData) {
  const chosen = (prefix: string): string[] =>
    [...form.keys()].filter((name) => name.startsWith(`${prefix} `)).map((name) => name.slice(prefix.length + 1));
  return { events: chosen('event'), serviceIds: chosen('service') };
}
