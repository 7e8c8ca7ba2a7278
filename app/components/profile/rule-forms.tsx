import { type Method, methodName } from '~/components/contact-method/words';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import type { Urgency } from '../../../domain/incident/incident';
import styles from './rule-forms.module.css';

type Props = { urgency: Urgency; methods: readonly Method[]; refusal: Refusal | undefined };

/** One more rung of a ladder, folded away until it is wanted. */
export function AddRule({ urgency, methods, refusal }: Props) {
  return (
    <details open={refusal !== undefined} className={styles.fold}>
      <summary className={buttonClass()}>Add a rule for {URGENCY_WORDS[urgency].toLowerCase()}</summary>
      <Form method="post" className={styles.add} preventScrollReset>
        <input type="hidden" name="verb" value="add-rule" />
        <input type="hidden" name="urgency" value={urgency} />
        <Anchored name={refusal ? 'delayMinutes' : `delayMinutes-${urgency}`}>
          <Field
            label="After minutes"
            type="number"
            inputMode="numeric"
            min={0}
            max={1440}
            required
            {...fieldOf(refusal, 'delayMinutes')}
            defaultValue={refusal?.values.delayMinutes ?? '0'}
          />
        </Anchored>
        <Anchored name={refusal ? 'contactMethodId' : `contactMethodId-${urgency}`}>
          <Select label="Use" required {...fieldOf(refusal, 'contactMethodId')}>
            {methods.map((method) => (
              <option key={method.id} value={method.id}>
                {methodName(method)}
              </option>
            ))}
          </Select>
        </Anchored>
        <Button>Add rule</Button>
      </Form>
    </details>
  );
}

/** Makes the defaults the person's own rules, to be changed from there. */
export function AdoptDefaults({ urgency }: { urgency: Urgency }) {
  return (
    <Form method="post" className={styles.adopt} preventScrollReset>
      <input type="hidden" name="urgency" value={urgency} />
      <p>With the first rule of your own the defaults for this urgency end.</p>
      <Button name="verb" value="adopt" look="quiet">
        Make these my rules
      </Button>
    </Form>
  );
}

export function RemoveRule({ id, name }: { id: string; name: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <Button name="verb" value="remove-rule" look="quiet" aria-label={`Remove ${name}`}>
        Remove
      </Button>
    </Form>
  );
}
