import { asc, eq } from 'drizzle-orm';
import type { NoteView } from '../../domain/incident/view';
import type { Db } from '../client';
import { notes } from '../schema';

/** An incident's notes in the order they were written. */
export async function listNotes(db: Db, incidentId: string): Promise<NoteView[]> {
  const rows = await db
    .select()
    .from(notes)
    .where(eq(notes.incidentId, incidentId))
    .orderBy(asc(notes.createdAt))
    .limit(500);
  return rows.map(({ id, author, body, createdAt }) => ({ id, author, body, createdAt }));
}

export const insertNote = (db: Db, note: typeof notes.$inferInsert) => db.insert(notes).values(note);
