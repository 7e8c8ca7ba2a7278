import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import type { ComboboxGroup, ComboboxOption } from '~/ui/combobox-options';
import { Section } from '~/ui/page';
import { choiceOf } from './palette-groups';
import styles from './search-results.module.css';

/** What was found, a line each, with what can be done to it beside it. */
export function SearchResults({ groups }: { groups: readonly ComboboxGroup[] }) {
  return groups.map(({ label = '', options }) => (
    <Section key={label} title={label}>
      <ul>
        {linesOf(options).map(({ main, to, verbs }) => (
          <li key={main.value} className={styles.line}>
            <Link to={to}>{main.word}</Link>
            {verbs.map(({ verb, word }) => (
              <Form key={verb} method="post" action={to}>
                <Button name="verb" value={verb} aria-label={word}>
                  {word.split(' ', 1)}
                </Button>
              </Form>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  ));
}

type Line = { main: ComboboxOption; to: string; verbs: { verb: string; word: string }[] };

/** Each way with the verbs that follow it. */
function linesOf(options: readonly ComboboxOption[]): Line[] {
  const lines: Line[] = [];
  for (const option of options) {
    const choice = choiceOf(option.value);
    if (choice?.kind === 'go') lines.push({ main: option, to: choice.to, verbs: [] });
    if (choice?.kind === 'act') lines.at(-1)?.verbs.push({ verb: choice.verb, word: option.word });
  }
  return lines;
}
