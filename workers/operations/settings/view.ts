import { lastResortOf, type Organisation, organisationOf } from '../../../db/repositories/settings';
import type { Target } from '../../../domain/escalation/policy';
import type { Context } from '../../context';

/** Something that works, and will hurt: screens show it until it is mended. */
export type SettingsWarning = { code: 'no-last-resort'; message: string };

export type SettingsView = { organisation: Organisation; lastResort: Target[]; warnings: SettingsWarning[] };

export type StoredSettings = Omit<SettingsView, 'warnings'>;

export async function storedSettings({ db }: Context): Promise<StoredSettings> {
  const [organisation, lastResort] = await Promise.all([organisationOf(db), lastResortOf(db)]);
  return { organisation, lastResort };
}

export const viewOf = (stored: StoredSettings): SettingsView => ({
  ...stored,
  warnings: stored.lastResort.length > 0 ? [] : [noLastResort],
});

const noLastResort: SettingsWarning = {
  code: 'no-last-resort',
  message: 'No last resort is set: a page that reaches nobody goes to every administrator.',
};
