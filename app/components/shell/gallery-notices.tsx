import { Glyph, type GlyphName } from '~/ui/glyph';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page';
import styles from './gallery.module.css';

const GLYPHS: GlyphName[] = [
  ...(['open', 'escalated', 'acknowledged', 'snoozed', 'suppressed', 'resolved', 'unknown', 'next', 'later'] as const),
  ...(['check', 'cross', 'dash', 'repeat', 'note', 'person', 'warning', 'home', 'list', 'phone', 'outbox'] as const),
  ...(['more', 'down', 'dot'] as const),
];

/** What a page says after a button, and the marks beside words. */
export function GalleryNotices() {
  return (
    <Section title="Notices">
      <div className={styles.stack}>
        <Notice glyph="check">
          <p>Saved.</p>
        </Notice>
        <Notice glyph="open" tone="open">
          <p>Declared. The service’s policy is paging.</p>
        </Notice>
        <Notice glyph="acknowledged" tone="acknowledged">
          <p>Acknowledged: Ana has it. Nobody else is paged.</p>
        </Notice>
        <Notice glyph="resolved" tone="resolved">
          <p>Resolved. Everyone who was paged is told.</p>
        </Notice>
        <Notice glyph="cross" tone="failed">
          <p>The test could not be sent: the address does not exist.</p>
        </Notice>
      </div>
      <div className={styles.row}>
        {GLYPHS.map((name) => (
          <span key={name} className={styles.swatch}>
            <Glyph name={name} />
            {name}
          </span>
        ))}
      </div>
    </Section>
  );
}
