import { listWebhooks as listRows } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { viewOf, type WebhookView } from './view';

/** A page of all webhooks, by name. Failures: forbidden, invalid (cursor). */
export async function listWebhooks({ actor, db }: Context, page: PageRequest): Promise<Result<Page<WebhookView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await listRows(db, page);
  return pageResult(found && { ...found, data: found.data.map(viewOf) });
}
