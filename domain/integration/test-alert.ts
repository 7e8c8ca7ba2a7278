/** The user agent of a test that OpsKnight sends itself. */
export const TEST_AGENT = 'OpsKnight-test';

/** One dedup key for each integration, so that the resolve of a test finds its trigger. */
export const testKeyOf = (integrationId: string): string => `opsknight-test-${integrationId}`;

/** A test alert in the form of the Events API: clearly named, LOW urgency. */
export const testEvent = (integration: { id: string; name: string }, action: 'trigger' | 'resolve') => ({
  event_action: action,
  dedup_key: testKeyOf(integration.id),
  payload: {
    summary: `Test alert from ${integration.name}`,
    source: 'OpsKnight',
    severity: 'info',
    custom_details: { description: 'Somebody pressed “Send test alert”. Nothing is broken; resolve it when seen.' },
  },
});
