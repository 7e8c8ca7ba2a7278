import { insertNote } from '../../../db/repositories/notes';
import { actorRef } from '../../../domain/access/actor';
import type { NoteInput } from '../../../domain/incident/input';
import type { NoteView } from '../../../domain/incident/view';
import { newId } from '../../../domain/shared/ids';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { actOn } from './act';

const EXCERPT_LENGTH = 200;

/** Writes a note; its text lives in D1, the timeline says that it was written (SEMANTICS 16). */
export async function addNote(context: Context, { id, body }: NoteInput & { id: string }): Promise<Result<NoteView>> {
  const noteId = newId('note', context.random);
  const excerpt = body.length > EXCERPT_LENGTH ? `${body.slice(0, EXCERPT_LENGTH - 1)}…` : body;
  const acted = await actOn(context, id, { kind: 'note', noteId, excerpt }, 'incident.note');
  if (!acted.ok) return acted;
  const note = { id: noteId, author: actorRef(context.actor), body, createdAt: context.now };
  // A repeated request has written its note already.
  if (!acted.value.changed) return ok(note);
  await insertNote(context.db, { ...note, incidentId: acted.value.incident.id, updatedAt: context.now });
  return ok(note);
}
