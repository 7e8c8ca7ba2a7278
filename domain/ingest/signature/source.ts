import type { IntegrationType } from '../registry';
import { TOKEN_SOURCES } from './identity-token';
import { SCHEMES } from './schemes';

/** How a tool proves itself beyond its key, and what has to be set for it: words for the settings page. */
export type SignatureSource = { about: string; label: string; hint: string | null; isSecret: boolean };

const SNS: SignatureSource = {
  about: 'Amazon signs what SNS sends. Name the topic: from then on only its messages are taken, and each once.',
  label: 'ARN of the SNS topic',
  hint: null,
  isSecret: false,
};

/** Null: tools of this type sign nothing, and their key alone is the credential. */
export function signatureSource(type: string): SignatureSource | null {
  if (type === 'cloudwatch') return SNS;
  const token = TOKEN_SOURCES[type as IntegrationType];
  if (token) {
    const about = 'It sends a token of its identity provider. With this set, whatever comes without one is refused.';
    return { about, label: token.label, hint: token.hint, isSecret: false };
  }
  const scheme = SCHEMES[type as IntegrationType];
  if (!scheme) return null;
  const about = `The tool puts its signature into ${scheme.where}. With the secret set here, whatever is not signed is refused.`;
  return { about, label: 'Signing secret', hint: null, isSecret: true };
}
