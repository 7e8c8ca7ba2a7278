import { savedSentence } from '~/lib/changed';
import { useClock } from '~/lib/clock';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { CHANGED_WORDS, schedulePath } from './words';

/** The override that was taken back, as its form would make it again. */
export type Undo = { userId: string; replacesUserId: string; start: string; end: string };
export type Done = { what: string | null; changed: string; undo: Undo | null };

const SAYS: Record<string, string> = {
  create: 'The schedule is created. A policy has to name it before it pages anybody.',
  override: 'The override is made.',
  'override-changed': 'The override is changed.',
  'override-removed': 'The override is taken back.',
  import: 'The events are imported as overrides.',
};

/** What was just done, and for an override that was taken back the way to have it again. */
export function DoneNotice({ id, done: { what, changed, undo } }: { id: string; done: Done }) {
  const { locale } = useClock();
  const text = what === 'update' ? savedSentence(changed, CHANGED_WORDS, locale) : what ? SAYS[what] : undefined;
  return (
    <NoticeRegion>
      {text ? (
        <Notice glyph="check">
          <p>{text}</p>
          {what === 'override-removed' && undo ? (
            <Form method="post" action={`${schedulePath(id)}/overrides/new`}>
              {Object.entries(undo).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button look="quiet">Undo</Button>
            </Form>
          ) : null}
        </Notice>
      ) : null}
    </NoticeRegion>
  );
}

const UNDO = ['userId', 'replacesUserId', 'start', 'end'] as const;

/** What the address says was done. */
export function readDone(params: URLSearchParams): Done {
  const [userId = '', replacesUserId = '', start = '', end = ''] = UNDO.map((name) => params.get(name) ?? '');
  return {
    what: params.get('done'),
    changed: params.get('changed') ?? '',
    undo: start && end ? { userId, replacesUserId, start, end } : null,
  };
}
