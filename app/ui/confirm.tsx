import type { ReactNode } from 'react';
import type { Refusal } from '~/lib/failure';
import { Form, Link } from '~/lib/rr';
import { Button, LinkButton } from './button';
import styles from './confirm.module.css';
import { Glyph } from './glyph';
import { RefusalNotice } from './notice';
import { Section } from './page';

/** Something that still needs what is to be deleted. */
export type UsedBy = { kind: string; name: string; to: string };

type Props = {
  /** What is lost, one sentence each. */
  lost: readonly ReactNode[];
  /** While anything stands here there is no button, only the way to what has to change first. */
  usedBy: readonly UsedBy[];
  /** "Delete checkout-api" */
  action: string;
  cancelTo: string;
  refusal?: Refusal | undefined;
};

/** Asks once before something is gone for good: a page of its own, so that it works without scripts. */
export function Confirm({ lost, usedBy, action, cancelTo, refusal }: Props) {
  return (
    <div className={styles.page}>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      {usedBy.length > 0 ? (
        <Section title="Still in use">
          <p className={styles.refused}>
            <Glyph name="warning" />
            It cannot be deleted before this is changed:
          </p>
          <ul>
            {usedBy.map(({ kind, name, to }) => (
              <li key={to} className={styles.use}>
                <span className={styles.kind}>{kind}</span>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Section title="What is lost">
          <ul className={styles.lost}>
            {lost.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change their order
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      <Form method="post" className={styles.actions}>
        {usedBy.length > 0 ? null : <Button look="danger">{action}</Button>}
        <LinkButton to={cancelTo} look={usedBy.length > 0 ? 'plain' : 'quiet'}>
          {usedBy.length > 0 ? 'Go back' : 'Keep it'}
        </LinkButton>
      </Form>
    </div>
  );
}
