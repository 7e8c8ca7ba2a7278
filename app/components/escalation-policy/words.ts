export const policyPath = (id: string): string => `/escalation-policies/${encodeURIComponent(id)}`;
export const MAY_NOT_WRITE = 'Your role may look at escalation policies, not change them. Ask an administrator.';

/** What a saved form says has changed, by the field of the policy. */
export const CHANGED_WORDS = {
  name: 'name',
  steps: 'steps',
  repeat: 'repeats',
  repeatAfter: 'pause after the last step',
  endAction: 'end',
  lastResort: 'last resort',
};
export const CHANGEABLE = ['name', 'steps', 'repeat', 'repeatAfter', 'endAction', 'lastResort'] as const;
