export * from './access';
export * from './incidents';
export * from './organisation';
export * from './people';
export * from './schedules';
export * from './services';
