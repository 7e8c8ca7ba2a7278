import { useClock } from '~/lib/clock';
import type { ApiKey } from '~/lib/integrations';
import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import { Table } from '~/ui/table';
import { Moment, Time } from '~/ui/time';
import type { Instant } from '../../../domain/shared/time';
import styles from './api-key.module.css';

const revokePath = ({ id }: ApiKey): string => `/settings/api-keys/${id}/revoke`;

const stateOf = ({ revokedAt, expiresAt }: ApiKey, now: Instant): 'Revoked' | 'Expired' | 'Valid' => {
  if (revokedAt !== null) return 'Revoked';
  return expiresAt !== null && expiresAt <= now ? 'Expired' : 'Valid';
};

/** API keys, newest first: what each may do, when it was last used, and until when it lasts. */
export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const { now } = useClock();
  return (
    <Table
      label="API keys"
      rows={keys}
      keyOf={({ id }) => id}
      main={{ label: 'Name', text: ({ name }) => name }}
      columns={[
        { label: 'May', width: 'm', cell: ({ scopes }) => scopes.join(', ') },
        { label: 'Last use', width: 's', cell: (key) => <LastUse apiKey={key} /> },
        {
          label: 'Ends',
          width: 's',
          cell: ({ expiresAt }) => (expiresAt === null ? 'never' : <Moment at={expiresAt} />),
        },
        { label: 'State', width: 's', cell: (key) => <State state={stateOf(key, now)} /> },
      ]}
      under={(key) => (
        <>
          {stateOf(key, now) === 'Valid' ? '' : `${stateOf(key, now)} · `}
          {key.scopes.join(', ')} · <LastUse apiKey={key} />
          {stateOf(key, now) === 'Valid' ? (
            <>
              {' · '}
              <Link to={revokePath(key)} aria-label={`Revoke ${key.name}`}>
                Revoke
              </Link>
            </>
          ) : null}
        </>
      )}
      actions={(key) => (stateOf(key, now) === 'Valid' ? [{ to: revokePath(key), word: 'Revoke' }] : [])}
    />
  );
}

function LastUse({ apiKey: { lastUsedAt } }: { apiKey: ApiKey }) {
  return lastUsedAt === null ? <>never used</> : <Time at={lastUsedAt} />;
}

function State({ state }: { state: 'Revoked' | 'Expired' | 'Valid' }) {
  return (
    <span className={styles.state} data-state={state}>
      <Glyph name={state === 'Valid' ? 'check' : 'suppressed'} />
      {state}
    </span>
  );
}
