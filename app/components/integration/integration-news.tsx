import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Undo } from '~/ui/undo';

const NEWS: Record<string, string> = {
  update: 'Saved.',
  enable: 'Switched on: alerts are taken again.',
  disable: 'Switched off: what the tool sends is refused from now on.',
  test: 'Test alert sent. It stands in the list below, and its incident pages with low urgency.',
  sign: 'From now on only what is signed is taken.',
  unsign: 'The key alone is the credential now.',
  replay: 'Taken in again: it stands at the top of the list.',
  'resolve-test': 'Test alert resolved. Everyone who was paged is told.',
};

/** What the last button did. */
export function IntegrationNews({ done, enabled }: { done: string | null; enabled: boolean }) {
  const text = done === null ? undefined : NEWS[done];
  if (text && done === 'disable' && !enabled) {
    const undo = (
      <Form method="post" preventScrollReset>
        <Button name="verb" value="enable">
          Undo: switch on again
        </Button>
      </Form>
    );
    return (
      <Undo key={done} glyph="suppressed" undo={undo}>
        {text}
      </Undo>
    );
  }
  return text ? (
    <Notice key={done} glyph="check">
      <p>{text}</p>
    </Notice>
  ) : null;
}
