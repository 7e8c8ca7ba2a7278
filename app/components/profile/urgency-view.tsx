import type { ReactNode } from 'react';
import { URGENCY_WORDS, UrgencyBadge } from '~/ui/urgency-badge';
import { LadderDrawing } from './ladder-drawing';
import type { UrgencyReach } from './reach';
import { Rungs } from './rungs';
import styles from './urgency-view.module.css';

type Props = {
  reach: UrgencyReach;
  /** Null where the reader is the person. */
  name: string | null;
  /** What stands at the end of a rule's line. */
  endOf?: (ruleId: string) => ReactNode;
  children?: ReactNode;
};

/** How a page of one urgency goes out: the drawing, the rules, and where they come from. */
export function UrgencyView({ reach: { urgency, rules, rungs, by }, name, endOf, children }: Props) {
  const ruled = rules.map(({ id, minutes, method, unused }) => ({
    key: id,
    minutes,
    method,
    unused,
    end: endOf?.(id),
  }));
  return (
    <section className={styles.urgency} aria-label={`${URGENCY_WORDS[urgency]} urgency`}>
      <h3>
        <UrgencyBadge urgency={urgency} />
      </h3>
      <p className={styles.from}>{fromSentence(by, ruled.length > 0, name)}</p>
      {rungs.length > 0 ? <LadderDrawing label={`${URGENCY_WORDS[urgency]} urgency`} rungs={rungs} /> : null}
      {ruled.length > 0 ? <Rungs lines={ruled} /> : null}
      {by === 'defaults' ? (
        <Rungs lines={rungs.map(({ minutes, method }) => ({ key: `${minutes} ${method.id}`, minutes, method }))} />
      ) : null}
      {children}
    </section>
  );
}

function fromSentence(by: UrgencyReach['by'], hasRules: boolean, name: string | null): string {
  if (by === 'nothing') return 'No page of this urgency can be sent.';
  if (by === 'rules') return name ? 'Their own rules.' : 'Your own rules.';
  return hasRules
    ? 'These rules name nothing that can be used now, so the defaults apply.'
    : 'There are no rules for this urgency, so the defaults apply.';
}
