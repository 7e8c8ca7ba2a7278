import { runBatch } from '../../../db/repositories/batch';
import { insertNote } from '../../../db/repositories/notes';
import { actorRef } from '../../../domain/access/actor';
import type { NoteInput } from '../../../domain/incident/input';
import type { NoteView } from '../../../domain/incident/view';
import { newId } from '../../../domain/shared/ids';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { actOn } from './act';
import { prepareMentions } from './mentions';

const EXCERPT_LENGTH = 200;

/**
 * Writes a note; its text lives in D1, the timeline says that it was written (SEMANTICS 16). Who is named in it is told
 * in the same batch.
 */
export async function addNote(context: Context, { id, body }: NoteInput & { id: string }): Promise<Result<NoteView>> {
  const { db, now } = context;
  const noteId = newId('note', context.random);
  const excerpt = body.length > EXCERPT_LENGTH ? `${body.slice(0, EXCERPT_LENGTH - 1)}…` : body;
  const acted = await actOn(context, id, { kind: 'note', noteId, excerpt }, 'incident.note');
  if (!acted.ok) return acted;
  const note = { id: noteId, author: actorRef(context.actor), body, createdAt: now, editedAt: null };
  // A repeated request has written its note already.
  if (!acted.value.changed) return ok(note);
  const { incident } = acted.value;
  const mentions = await prepareMentions(context, incident, note);
  const row = { id: noteId, incidentId: incident.id, author: note.author, body, createdAt: now, updatedAt: now };
  await runBatch(db, [insertNote(db, row), ...mentions.flatMap(({ statements }) => statements)]);
  for (const { enqueueSoon } of mentions) enqueueSoon();
  return ok(note);
}
