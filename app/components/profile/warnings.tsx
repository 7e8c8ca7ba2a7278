import type { ReactNode } from 'react';
import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import { Glyph } from '~/ui/glyph';
import type { ReachWarning } from './reach';
import styles from './warnings.module.css';

type Props = { warnings: readonly ReachWarning[]; name: string | null; aside?: ReactNode };

/** What would go wrong with the next page; `name` is null where the reader is the person. */
export function ReachWarnings({ warnings, name, aside }: Props) {
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={JSON.stringify(warning)}>
          <Glyph name="warning" />
          <p>{sentenceOf(warning, name)}</p>
        </li>
      ))}
      {aside ? <li>{aside}</li> : null}
    </ul>
  );
}

function sentenceOf(warning: ReachWarning, name: string | null): string {
  switch (warning.kind) {
    case 'unreachable':
      return name
        ? `${name} cannot be paged: no contact method is verified and turned on.`
        : 'You cannot be paged: no contact method is verified and turned on.';
    case 'push-only':
      return name
        ? `Push is the only way to reach ${name}. A web app cannot break through Silent or Focus on a phone.`
        : 'Push is the only way to reach you. A web app cannot break through Silent or Focus on a phone: add a number or an e-mail address too.';
    case 'channel-off':
      return `${CHANNEL_NAMES[warning.channel]} is not set up in this installation, so nothing is sent that way.`;
  }
}
