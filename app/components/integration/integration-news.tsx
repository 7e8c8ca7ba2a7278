import { Notice } from '~/ui/notice';

const NEWS: Record<string, string> = {
  update: 'Saved.',
  enable: 'Switched on: alerts are taken again.',
  disable: 'Switched off: what the tool sends is refused from now on.',
  test: 'Test alert sent. It stands in the list below, and its incident pages with low urgency.',
  'resolve-test': 'Test alert resolved. Everyone who was paged is told.',
};

/** What the last button did. */
export function IntegrationNews({ done }: { done: string | null }) {
  const text = done === null ? undefined : NEWS[done];
  return text ? (
    <Notice key={done} glyph="check">
      <p>{text}</p>
    </Notice>
  ) : null;
}
