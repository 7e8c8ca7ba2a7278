import { and, eq } from 'drizzle-orm';
import type { NoteView } from '../../domain/incident/view';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { notes } from '../schema';
import type { Statement } from './batch';

export const insertNote = (db: Db, note: typeof notes.$inferInsert): Statement => db.insert(notes).values(note);

/** One note of an incident; null for one of another. */
export async function findNote(db: Db, incidentId: string, noteId: string): Promise<NoteView | null> {
  const [row] = await db
    .select()
    .from(notes)
    .where(and(eq(notes.id, noteId), eq(notes.incidentId, incidentId)));
  if (!row) return null;
  const { id, author, body, createdAt, updatedAt } = row;
  return { id, author, body, createdAt, editedAt: updatedAt > createdAt ? updatedAt : null };
}

export const updateNote = (db: Db, noteId: string, body: string, updatedAt: Instant): Statement =>
  db.update(notes).set({ body, updatedAt }).where(eq(notes.id, noteId));
