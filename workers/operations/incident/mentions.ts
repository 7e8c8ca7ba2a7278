import { hiddenFrom } from '../../../db/repositories/incident-access';
import { mentionable } from '../../../db/repositories/users';
import { mentionsIn } from '../../../domain/incident/mention';
import type { IncidentSummary, NoteView } from '../../../domain/incident/view';
import type { Context } from '../../context';
import { type PreparedMessage, prepareMessage } from '../message/prepare';

const WORDS = 1_000;

/**
 * A message to everybody whom a note names and who may see the incident, but not to its author. The same note names the
 * same person once, however often it is edited.
 */
export async function prepareMentions(
  context: Context,
  { id, number, title, visibility }: IncidentSummary,
  note: Pick<NoteView, 'id' | 'author' | 'body'>,
): Promise<PreparedMessage[]> {
  if (!note.body.includes('@')) return [];
  const { db, config } = context;
  const people = await mentionable(db);
  const named = mentionsIn(note.body, people).filter((userId) => userId !== note.author.id);
  const hidden = visibility === 'PRIVATE' ? await hiddenFrom(db, id, named) : new Set<string>();
  const told = people.filter((one) => named.includes(one.id) && !hidden.has(one.id));
  return Promise.all(
    told.map((user) =>
      prepareMessage(context, {
        about: [note.id, user.id],
        content: {
          kind: 'mention',
          ...{ number, title, by: note.author.name, words: note.body.slice(0, WORDS) },
          url: `${config.appUrl}/incidents/${id}`,
        },
        user,
        channel: 'email',
        to: user.email,
        isNotice: true,
      }),
    ),
  );
}
