import type { CodeTable } from '../../../domain/notification/fault';

/** PROVIDERS: Slack. The `error` of an answer under HTTP 200; what is not here is for good. */
export const SLACK_ERRORS: CodeTable = {
  ratelimited: 'temporary',
  rate_limited: 'temporary',
  internal_error: 'temporary',
  fatal_error: 'temporary',
  request_timeout: 'temporary',
  channel_not_found: 'recipient',
  is_archived: 'recipient',
  // Somebody has to invite us there.
  not_in_channel: 'recipient',
  restricted_action: 'setup',
  invalid_blocks: 'message',
  msg_blocks_too_long: 'message',
  msg_too_long: 'message',
  no_text: 'message',
  // The workspace has to be connected again.
  invalid_auth: 'setup',
  not_authed: 'setup',
  account_inactive: 'setup',
  token_revoked: 'setup',
  token_expired: 'setup',
  missing_scope: 'setup',
};

/** `restricted_action_read_only_channel` and its like are all one thing to us. */
export const slackErrorCode = (error: string): string =>
  error.startsWith('restricted_action') ? 'restricted_action' : error;
