/** What a browser says of itself, as far as pushes go. */
export type BrowserFacts = {
  isIos: boolean;
  /** Opened from the Home Screen or as an app. */
  isInstalled: boolean;
  hasPush: boolean;
  permission: 'default' | 'granted' | 'denied';
  /** The id of this browser's device, where the server knows it. */
  known: boolean;
};

/**
 * What a person can do here. `install`: an iPhone takes pushes only from the Home Screen. `denied`: only the settings of
 * the browser can change that. `ask`: a tap brings up the question.
 */
export type Situation = 'install' | 'unsupported' | 'denied' | 'ask' | 'on';

export function situationOf({ isIos, isInstalled, hasPush, permission, known }: BrowserFacts): Situation {
  if (isIos && !isInstalled) return 'install';
  if (!hasPush) return 'unsupported';
  if (permission === 'denied') return 'denied';
  return permission === 'granted' && known ? 'on' : 'ask';
}
