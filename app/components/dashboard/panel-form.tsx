import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Select } from '~/ui/field';
import { PANEL_DAYS, PANEL_SUBJECTS } from '../../../domain/analytics/dashboard';
import styles from './dashboard.module.css';
import { DAYS_WORDS, metricIdOf, subjectWords } from './words';

type Props = { services: readonly Named[]; teams: readonly Named[]; refusal: Refusal | undefined };

const offered = (all: string, list: readonly Named[]) => [
  { options: [{ value: '', word: all }, ...list.map(({ id, name }) => ({ value: id, word: name }))] },
];

/** What a new panel is to show, over which days, and of what. */
export function PanelForm({ services, teams, refusal }: Props) {
  const figures = PANEL_SUBJECTS.filter((subject) => metricIdOf(subject) !== null);
  const others = PANEL_SUBJECTS.filter((subject) => metricIdOf(subject) === null);
  const option = (subject: (typeof PANEL_SUBJECTS)[number]) => (
    <option key={subject} value={subject}>
      {subjectWords(subject)}
    </option>
  );
  const values = refusal?.values;
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      <Select label="Show" name="subject" defaultValue={values?.subject} error={refusal?.errors.subject}>
        <optgroup label="A figure">{figures.map(option)}</optgroup>
        <optgroup label="A chart or a table">{others.map(option)}</optgroup>
      </Select>
      <Select label="Over the" name="days" defaultValue={values?.days ?? '30'} error={refusal?.errors.days}>
        {PANEL_DAYS.map((days) => (
          <option key={days} value={days}>
            {DAYS_WORDS[days]}
          </option>
        ))}
      </Select>
      <Combobox
        label="Service"
        name="serviceId"
        defaultValue={values?.serviceId ?? ''}
        groups={offered('All services', services)}
      />
      <Combobox label="Team" name="teamId" defaultValue={values?.teamId ?? ''} groups={offered('All teams', teams)} />
      <div className={styles.moves}>
        <Button name="verb" value="add">
          Add panel
        </Button>
      </div>
    </Form>
  );
}
