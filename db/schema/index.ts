export * from './access';
export * from './incidents';
export * from './messages';
export * from './organisation';
export * from './people';
export * from './schedules';
export * from './services';
export * from './webhooks';
