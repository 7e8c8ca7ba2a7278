import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { fitsForm, type Rule } from './rule-values';
import { OUTCOME_WORDS, whenText } from './rule-words';
import styles from './rules.module.css';

type Props = { rules: readonly Rule[]; services: readonly Named[]; path: string };

/** The rules in their order, each with the buttons that move, change and delete it. */
export function RuleList({ rules, services, path }: Props) {
  return (
    <ol className={styles.list}>
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules may share a name; their place tells them apart
        <li key={`${index} ${rule.name}`} className={styles.rule}>
          <div>
            <p>
              {index + 1}. <b>{rule.name}</b>: {OUTCOME_WORDS[rule.outcome]}
              {rule.serviceId
                ? `, for ${services.find(({ id }) => id === rule.serviceId)?.name ?? 'a deleted service'}`
                : ''}
              {rule.urgency ? `, ${rule.urgency.toLowerCase()} urgency` : ''}
            </p>
            <p className={styles.muted}>{whenText(rule)}</p>
          </div>
          <Form method="post" className={styles.moves} preventScrollReset>
            <input type="hidden" name="index" value={index} />
            <input type="hidden" name="was" value={rule.name} />
            <Button name="op" value="up" disabled={index === 0} aria-label={`Move ${rule.name} up`}>
              Up
            </Button>
            <Button name="op" value="down" disabled={index === rules.length - 1} aria-label={`Move ${rule.name} down`}>
              Down
            </Button>
            {fitsForm(rule) ? <LinkButton to={`${path}?rule=${index}`}>Edit</LinkButton> : null}
            <Button name="op" value="remove" look="danger" aria-label={`Delete ${rule.name}`}>
              Delete
            </Button>
          </Form>
        </li>
      ))}
    </ol>
  );
}
