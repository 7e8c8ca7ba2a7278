import { describe, expect, it } from 'vitest';
import * as say from './answers';
import { slackManifest } from './manifest';

const incident = { id: 'inc_1', number: 1042, title: 'Disk <!channel> full', status: 'OPEN' as const };
const URL = 'https://ops.example.test';

describe('what people in Slack are answered', () => {
  it('names the incident, and mentions nobody whatever its title says', () => {
    expect(say.doneAnswer('acknowledge', incident, true, URL)).toBe(
      'You acknowledged <https://ops.example.test/incidents/1042|#1042 Disk &lt;!channel&gt; full>.',
    );
    expect(say.doneAnswer('resolve', incident, false, URL)).toContain('is resolved already');
  });

  it('tells a refused role what to do, and no inner name', () => {
    const answer = say.failureAnswer({ code: 'forbidden', message: 'This needs the permission "incident.respond".' });
    expect(answer).toBe('Your role in OpsKnight does not allow this. Ask an administrator.');
  });

  it('lists who is on call, in the reader’s own zone, and says when nobody is', () => {
    const answer = say.onCallAnswer([
      { scheduleName: 'Payments', users: [{ name: 'Ana' }], until: Date.UTC(2026, 10, 23, 9) },
      { scheduleName: 'Search', users: [], until: null },
    ]);
    expect(answer).toContain('Payments: *Ana*, until <!date^1795424400^');
    expect(answer).toContain('Search: nobody');
  });
});

describe('the manifest', () => {
  it('holds this installation’s addresses, and every event and scope the bot uses', () => {
    const manifest = slackManifest(URL);
    expect(manifest.settings.interactivity.request_url).toBe(`${URL}/api/providers/slack/interactions`);
    expect(manifest.features.slash_commands[0]?.url).toBe(`${URL}/api/providers/slack/commands`);
    expect(manifest.oauth_config.redirect_urls).toEqual([`${URL}/settings/slack/callback`]);
    expect(manifest.oauth_config.scopes.bot).toContain('chat:write');
  });
});
