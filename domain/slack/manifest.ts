/** Permissions of the bot; each is used: writing, joining public channels, the command, finding people by e-mail. */
export const BOT_SCOPES = [
  'channels:join',
  'chat:write',
  'chat:write.public',
  'commands',
  'users:read',
  'users:read.email',
] as const;

/** Addresses of this installation that Slack is told. `appUrl` is without a slash at the end. */
export const slackUrls = (appUrl: string) => ({
  interactions: `${appUrl}/api/providers/slack/interactions`,
  commands: `${appUrl}/api/providers/slack/commands`,
  events: `${appUrl}/api/providers/slack/events`,
  redirect: `${appUrl}/settings/slack/callback`,
});

/** The app's manifest, from which Slack makes the app with this installation's addresses. */
export function slackManifest(appUrl: string) {
  const urls = slackUrls(appUrl);
  return {
    display_information: {
      name: 'OpsKnight',
      description: 'On-call and incidents: pages, buttons and /opsknight',
      background_color: '#1b2a33',
    },
    features: {
      bot_user: { display_name: 'OpsKnight', always_online: true },
      slash_commands: [
        {
          command: '/opsknight',
          url: urls.commands,
          description: 'On-call and incidents',
          usage_hint: 'oncall | declare | ack | resolve | note | who | help',
          should_escape: false,
        },
      ],
    },
    oauth_config: { redirect_urls: [urls.redirect], scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      event_subscriptions: { request_url: urls.events, bot_events: ['app_uninstalled', 'tokens_revoked'] },
      interactivity: { is_enabled: true, request_url: urls.interactions },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
}
