import { useNavigation } from './rr';

/**
 * For a form that comes back made anew: while it is on its way nothing in it can be typed or pressed, which would be
 * lost. (React 18 knows no `inert`, and writes the attribute as it is.)
 */
export function useHeldForm(): { inert?: '' } {
  const { state, formMethod } = useNavigation();
  return state !== 'idle' && formMethod === 'POST' ? { inert: '' } : {};
}
