/** Something that its owner was to do by a day that is over: `dueOn` is that date. */
export type ActionItemContent = { kind: 'action-item-overdue'; title: string; dueOn: string; url: string };
