import type * as z from 'zod';
import { idField, instantField } from '../shared/input';
import { pageInput } from '../shared/page';

/** Filters of the audit log; an entry has to meet all of them. */
export const auditListInput = pageInput.extend({
  /** The id of who did it, or a kind of actor such as `system`. */
  actor: idField.optional(),
  /** Noun and verb: `service.create`. */
  action: idField.optional(),
  targetKind: idField.optional(),
  targetId: idField.optional(),
  from: instantField.optional(),
  /** Entries at this instant are not in it any more. */
  to: instantField.optional(),
});
export type AuditListInput = z.output<typeof auditListInput>;
