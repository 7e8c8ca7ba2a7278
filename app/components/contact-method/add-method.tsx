import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import type { Channel } from '../../../domain/notification/channels';
import styles from './method-list.module.css';
import { ADDRESS_HINT, TYPED_CHANNELS } from './words';

/** Adds a way to be reached; a code goes to it at once. */
export function AddMethod({ channels, refusal }: { channels: readonly Channel[]; refusal: Refusal | undefined }) {
  const offered = TYPED_CHANNELS.filter((channel) => channels.includes(channel));
  if (offered.length === 0) return <p className={styles.hint}>No channel is set up in this installation.</p>;
  return (
    <Form method="post" className={styles.add} preventScrollReset>
      <input type="hidden" name="verb" value="add-method" />
      <Select
        label="Add"
        {...fieldOf(refusal, 'kind')}
        defaultValue={refusal?.values.kind ?? offered.find((one) => one === 'sms')}
      >
        {offered.map((channel) => (
          <option key={channel} value={channel}>
            {CHANNEL_NAMES[channel]}
          </option>
        ))}
      </Select>
      <Anchored name="value">
        <Field label="Address or number" required maxLength={254} autoComplete="off" {...fieldOf(refusal, 'value')} />
      </Anchored>
      <Button>Add and send a code</Button>
      <p className={styles.hint}>{ADDRESS_HINT}</p>
    </Form>
  );
}
