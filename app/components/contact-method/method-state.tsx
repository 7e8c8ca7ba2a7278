import { Glyph, type GlyphName } from '~/ui/glyph';
import type { Channel } from '../../../domain/notification/channels';
import styles from './method-state.module.css';
import { type Method, whyUnused } from './words';

/** Whether pages use a method: a shape and a word. */
export function MethodState({ method, channels }: { method: Method; channels?: readonly Channel[] | undefined }) {
  const why = whyUnused(method, channels ?? [method.kind]);
  const glyph: GlyphName = why === null ? 'check' : method.verified ? 'suppressed' : 'unknown';
  return (
    <span className={styles.state} data-used={why === null || undefined}>
      <Glyph name={glyph} />
      {why ?? 'Verified'}
    </span>
  );
}
