import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import type { Result } from '../../../domain/shared/result';
import { createTeamInput } from '../../../domain/team/input';
import { type TeamDraft, teamInputOf } from './draft';
import { TEAM_SAYS } from './words';

type Input = { name: string; leadId: string | null; members: TeamDraft['members'] };

/** Checks a whole team as its form has it and stores it with `run`. */
export const storeTeam = async <T>(draft: TeamDraft, run: (input: Input) => Promise<Result<T>>): Promise<Result<T>> =>
  said(await parsed(createTeamInput, teamInputOf(draft), run), TEAM_SAYS);
