import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

// What the screens about people and teams show, as the operations answer it.

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

export type Team = Answer<Operations['team']['get']>;
export type MessageState = Answer<Operations['message']['get']>['state'];

/** What a one-tap link would do. */
export type Look = Answer<Operations['respond']['look']>;
/** A browser that takes pushes. */
export type Device = Answer<Operations['device']['list']>['data'][number];

/** Who is paged after oneself. */
export type Backup = Answer<Operations['oncall']['myBackups']>[number];

/** A run of "Page me now". */
export type PageTest = NonNullable<Answer<Operations['pageTest']['last']>>;
export type PageTestLine = PageTest['messages'][number];

/** The operations about one's own paging. */
export type ReachOperations = Pick<Operations, 'contactMethod' | 'notificationRule'>;

/** The operations about being left in peace. */
export type PreferenceOperations = Operations['preference'];

/** The operations about where somebody takes part. */
export type PlaceOperations = Pick<Operations, 'team' | 'schedule' | 'oncall'>;
