import * as z from 'zod';
import { idField } from '../shared/input';

/** Which notices about one's shifts one wants; what is left out stays. `contactMethodId` null: by e-mail. */
export const noticeSettingsInput = z.object({
  day: z.boolean().optional(),
  hour: z.boolean().optional(),
  start: z.boolean().optional(),
  changes: z.boolean().optional(),
  contactMethodId: idField.nullable().optional(),
});
export type NoticeSettingsInput = z.output<typeof noticeSettingsInput>;
