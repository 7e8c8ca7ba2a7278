import { sql } from 'drizzle-orm';
import type { Channel } from '../../domain/notification/channels';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';

/** Looked for among so many of the newest messages of a person, so that a long history costs nothing. */
const LOOKED_AT = 300;

type Page = { methodId: string; at: Instant };
type Message = { channel: Channel; value: string; at: Instant };

/** When a message last got through to a person: by contact method for pages, by address for other messages. */
export async function lastSuccesses(db: Db, userId: string): Promise<{ pages: Page[]; messages: Message[] }> {
  const took = sql`state IN ('SENT', 'DELIVERED', 'READ')`;
  const [pages, messages] = await Promise.all([
    db.all<Page>(sql`
      SELECT contact_method_id AS "methodId", max(updated_at) AS at
      FROM (SELECT contact_method_id, updated_at, state FROM notifications
            WHERE user_id = ${userId} ORDER BY created_at DESC LIMIT ${LOOKED_AT})
      WHERE ${took} GROUP BY contact_method_id`),
    db.all<Message>(sql`
      SELECT channel, recipient AS value, max(updated_at) AS at
      FROM (SELECT channel, recipient, updated_at, state FROM messages
            WHERE user_id = ${userId} ORDER BY created_at DESC LIMIT ${LOOKED_AT})
      WHERE ${took} GROUP BY channel, recipient`),
  ]);
  return { pages, messages };
}
