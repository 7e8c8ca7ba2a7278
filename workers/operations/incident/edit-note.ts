import { findNote, updateNote } from '../../../db/repositories/notes';
import { refuse } from '../../../domain/access/permissions';
import type { NoteInput } from '../../../domain/incident/input';
import type { NoteView } from '../../../domain/incident/view';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { prepareMentions } from './mentions';
import { recordOn } from './record';
import { seeIncident } from './see';

/** Changes the text of one's own note; administrators may change every one. Failures: forbidden, not-found. */
export async function editNote(
  context: Context,
  { id, noteId, body }: NoteInput & { id: string; noteId: string },
): Promise<Result<NoteView>> {
  const { db, actor, now } = context;
  const refused = refuse(actor, 'incident.note');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const incident = seen.value;
  const note = await findNote(db, incident.id, noteId);
  if (!note) return err(notFound('note'));
  const isOwn = 'id' in actor && note.author.id === actor.id;
  const isAdmin =
    actor.kind === 'user' ? actor.role === 'ADMIN' : actor.kind === 'api-key' && actor.scopes.includes('admin');
  if (!isOwn && !isAdmin) return err(failure('forbidden', 'Only its author or an administrator may edit a note.'));
  if (note.body === body) return ok(note);
  const edited = { ...note, body, editedAt: now };
  const mentions = await prepareMentions(context, incident, edited);
  const statements = [updateNote(db, noteId, body, now), ...mentions.flatMap(({ statements }) => statements)];
  const change = { statements, entry: 'note-edited' as const, detail: { noteId } };
  const recorded = await recordOn(context, incident.id, change, 'incident.note');
  if (!recorded.ok) return recorded;
  for (const { enqueueSoon } of mentions) enqueueSoon();
  return ok(edited);
}
