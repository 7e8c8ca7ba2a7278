import type { ReceivedEvent } from '~/lib/integrations';
import styles from './event-log.module.css';

/** Why an event went the way it went, step by step: key, signature, rules, the alert's key, who was paged. */
export function Trace({ event: { trace, alerts } }: { event: ReceivedEvent }) {
  const decided = alerts.filter(({ decision }) => decision !== null);
  if (!trace && decided.length === 0) return null;
  return (
    <details className={styles.raw}>
      <summary>Why</summary>
      <dl className={styles.headers}>
        {trace ? (
          <>
            <Step name="Key" says={trace.key} />
            <Step name="Signature" says={trace.signature} />
          </>
        ) : null}
        {decided.map(({ dedupKey, action, routing, decision, pages }) => (
          <div key={`${action} ${dedupKey}`}>
            <dt>
              <code>{dedupKey}</code>
            </dt>
            <dd>
              <p>Rules: {routing}</p>
              <p>Decided: {decision}</p>
              {pages.map(({ user, channel, state, step }, index) => (
                <p key={`${user} ${channel} ${String(index)}`}>
                  Step {step}: {user} by {channel}, {state.toLowerCase()}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Step({ name, says }: { name: string; says: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{says}</dd>
    </div>
  );
}
