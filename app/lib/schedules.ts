import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

// What the screens about on-call schedules show, as the operations answer it.

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

export type Schedule = Answer<Operations['schedule']['get']>;
export type ScheduleOverview = Answer<Operations['schedule']['overview']>[number];
export type ScheduleTimeline = Answer<Operations['schedule']['timeline']>;
export type DraftTimeline = Answer<Operations['schedule']['draftTimeline']>;
export type ScheduleDiff = Answer<Operations['schedule']['previewUpdate']>;
export type Finding = Answer<Operations['schedule']['health']>['data'][number];
export type PagingService = ScheduleTimeline['services'][number];
export type CalendarFeed = Answer<Operations['calendarFeed']['get']>;
export type ImportAnswer = Answer<Operations['schedule']['importOverrides']>;
export type ScheduleOperations = Operations['schedule'];
