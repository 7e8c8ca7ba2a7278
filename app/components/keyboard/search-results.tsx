import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import type { ComboboxGroup, ComboboxOption } from '~/ui/combobox-options';
import { Section } from '~/ui/page';
import { choiceOf } from './palette-groups';
import styles from './search-results.module.css';

/** What was found, a line each: a link, or a button where something is done. */
export function SearchResults({ groups }: { groups: readonly ComboboxGroup[] }) {
  return groups.map(({ label = '', options }) => (
    <Section key={label} title={label}>
      <ul>
        {options.map((option) => (
          <li key={option.value} className={styles.line}>
            <Result {...option} />
          </li>
        ))}
      </ul>
    </Section>
  ));
}

function Result({ value, word }: ComboboxOption) {
  const choice = choiceOf(value);
  if (!choice) return null;
  if (choice.kind === 'go') return <Link to={choice.to}>{word}</Link>;
  return (
    <Form method="post" action={choice.to}>
      <Button name="verb" value={choice.verb}>
        {word}
      </Button>
    </Form>
  );
}
