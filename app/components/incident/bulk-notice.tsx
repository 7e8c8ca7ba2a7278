import type { BulkOutcome } from '~/lib/bulk-command.server';
import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { countOf } from '~/lib/time';
import type { GlyphName } from '~/ui/glyph';
import { Notice } from '~/ui/notice';
import styles from './bulk-notice.module.css';
import { incidentPath, numberOf } from './words';

const DONE: Record<BulkOutcome['verb'], { glyph: GlyphName; word: string }> = {
  acknowledge: { glyph: 'acknowledged', word: 'acknowledged' },
  resolve: { glyph: 'resolved', word: 'resolved' },
  escalate: { glyph: 'escalated', word: 'escalated' },
  snooze: { glyph: 'snoozed', word: 'snoozed' },
  reassign: { glyph: 'person', word: 'reassigned' },
  unsnooze: { glyph: 'open', word: 'opened again' },
  suppress: { glyph: 'suppressed', word: 'suppressed' },
  unsuppress: { glyph: 'open', word: 'opened again' },
  urgency: { glyph: 'warning', word: 'given that urgency' },
  priority: { glyph: 'next', word: 'given that priority' },
  status: { glyph: 'check', word: 'brought to that state' },
  tags: { glyph: 'note', word: 'tagged' },
  merge: { glyph: 'resolved', word: 'merged' },
};

/** What became of a bulk action: how many worked, and each that did not with its reason. */
export function BulkNotice({ outcome: { verb, done, failed } }: { outcome: BulkOutcome }) {
  const { locale } = useClock();
  const { glyph, word } = DONE[verb];
  return (
    <Notice glyph={done > 0 ? glyph : 'warning'} tone={done > 0 ? undefined : 'failed'}>
      <p>
        {done > 0 ? `${countOf(done, locale, 'incident', 'incidents')} ${word}.` : `Nothing was ${word}.`}
        {failed.length > 0 ? ` ${countOf(failed.length, locale, 'could', 'could')} not be:` : ''}
      </p>
      {failed.length > 0 ? (
        <ul className={styles.failed}>
          {failed.map((one) => (
            <li key={one.id}>
              <Link to={incidentPath(one)}>
                {numberOf(one)} {one.title}
              </Link>
              : {one.message}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
