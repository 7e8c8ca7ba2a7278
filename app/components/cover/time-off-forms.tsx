import profile from '~/components/profile/profile.module.css';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field } from '~/ui/field';

/** From when to when somebody is away. */
export function TimeOffForm({ timezone, refusal }: { timezone: string; refusal: Refusal | undefined }) {
  return (
    <Form method="post" className={profile.form}>
      <Anchored name="start">
        <Field
          label="Away from"
          type="datetime-local"
          required
          hint={`On your clock, ${timezone}.`}
          {...fieldOf(refusal, 'start')}
        />
      </Anchored>
      <Anchored name="end">
        <Field label="Back at" type="datetime-local" required {...fieldOf(refusal, 'end')} />
      </Anchored>
      <Button look="primary" name="verb" value="add">
        Add time off
      </Button>
    </Form>
  );
}

/** The same from a calendar file. */
export function ImportForm({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <details open={refusal !== undefined}>
      <summary className={buttonClass('quiet')}>Import from a calendar</summary>
      <Form method="post" encType="multipart/form-data" className={profile.form}>
        <Anchored name="file">
          <Field
            label="Calendar file"
            type="file"
            required
            accept=".ics,text/calendar"
            hint="An iCalendar file of at most 10 MB. Each event in it is time off; what was imported before is left out."
            {...fieldOf(refusal, 'file')}
            defaultValue={undefined}
          />
        </Anchored>
        <Button name="verb" value="preview">
          Preview
        </Button>
      </Form>
    </details>
  );
}
