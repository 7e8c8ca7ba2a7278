import { useClock } from '~/lib/clock';
import type { ChangeOfService } from '~/lib/heartbeats';
import { duration } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { LogLine } from '~/ui/logbook';
import { type Instant, MINUTE } from '../../../domain/shared/time';
import styles from './timeline.module.css';

type Props = { change: ChangeOfService; openedAt: Instant };

/** A deploy or another change of the service, with how long before the incident it was made. */
export function ChangeLine({ change: { summary, source, occurredAt, integrationName, links }, openedAt }: Props) {
  const { locale } = useClock();
  const before = openedAt - occurredAt;
  const near =
    before >= MINUTE ? `${duration(before, locale)} before` : before > 0 ? 'just before' : `after it had opened`;
  return (
    <LogLine at={occurredAt} glyph={<Glyph name="outbox" />} quiet>
      <p>
        <b>Change</b> {summary}
        <span className={styles.detail}>
          {' '}
          · {near} · {[source, integrationName].filter(Boolean).join(', ')}
          {links.map(({ href, text }) => (
            <span key={href}>
              {' '}
              ·{' '}
              <a href={href} rel="noreferrer noopener" target="_blank">
                {text}
              </a>
            </span>
          ))}
        </span>
      </p>
    </LogLine>
  );
}
