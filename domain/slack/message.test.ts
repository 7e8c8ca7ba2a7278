import { describe, expect, it } from 'vitest';
import { INCIDENT_STATUSES, type IncidentStatus } from '../incident/incident';
import type { SlackBlock } from '../notification/content';
import { slackAsText } from './as-text';
import { verbOfAction } from './buttons';
import { channelMessage, threadReply } from './message';
import { announcement } from './testing/announcement';

const HOSTILE = '<!channel> <@U1> <https://evil.test|Slack> & *bold* \u202e\u0000';

const buttonsOf = (blocks: readonly SlackBlock[]) =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
const labelsOf = (status: IncidentStatus) =>
  buttonsOf(channelMessage(announcement({ incident: { status } })).blocks).map(({ text }) => text.text);

describe('the message in the channel', () => {
  it('says what stands, and reads as it looks', () => {
    const message = channelMessage(announcement({ incident: { runbookUrl: 'https://wiki.test/run', priority: 'P1' } }));
    expect(message.text).toBe('Open: #1042 Disk full (checkout)');
    expect(slackAsText(message)).toBe(
      [
        '*#1042 Disk full (https://ops.example.test/incidents/inc_1234567890)*',
        '*Open* · P1 · checkout · since 2026-11-23 03:00 UTC  Runbook (https://wiki.test/run)',
        '[Acknowledge] [Resolve] [Escalate] [Snooze 1 h] [View] https://ops.example.test/incidents/inc_1234567890',
      ].join('\n'),
    );
  });

  it('offers what can be done in each status', () => {
    expect(Object.fromEntries(INCIDENT_STATUSES.map((status) => [status, labelsOf(status)]))).toEqual({
      OPEN: ['Acknowledge', 'Resolve', 'Escalate', 'Snooze 1 h', 'View'],
      ESCALATED: ['Acknowledge', 'Resolve', 'Escalate', 'Snooze 1 h', 'View'],
      ACKNOWLEDGED: ['Resolve', 'Escalate', 'Snooze 1 h', 'View'],
      SNOOZED: ['Resolve', 'Un-snooze', 'View'],
      SUPPRESSED: ['Resolve', 'View'],
      RESOLVED: ['View'],
    });
  });

  it('gives each button an action that is read back, and none to the one that only leads to the page', () => {
    const actions = buttonsOf(channelMessage(announcement()).blocks).map(({ action_id }) => verbOfAction(action_id));
    expect(actions).toEqual(['acknowledge', 'resolve', 'escalate', 'snooze', null]);
  });

  it('leaves what an alert says without effect, and stays within the limits of Slack', () => {
    const title = HOSTILE.repeat(300);
    const message = channelMessage(
      announcement({
        incident: {
          title,
          serviceName: title,
          description: title,
          assignee: { kind: 'USER', id: 'x', name: title },
          status: 'ACKNOWLEDGED',
          sourceLink: `https://x.test/${'<!channel>'.repeat(100)}`,
        },
      }),
    );
    const all = JSON.stringify(message.blocks) + message.text;
    expect(all).not.toMatch(/<!(channel|here|everyone)|<@|<https:\/\/evil/);
    expect(all).not.toContain('\u202e');
    expect(JSON.stringify(message.blocks).length).toBeLessThan(13_000);
    expect(message.blocks.length).toBeLessThanOrEqual(50);
    for (const block of message.blocks) {
      if (block.type === 'section') expect(block.text.text.length).toBeLessThanOrEqual(3000);
      if (block.type === 'context')
        for (const { text } of block.elements) expect(text.length).toBeLessThanOrEqual(2000);
    }
  });
});

describe('the thread', () => {
  it('is told what happened, oldest first, and nothing of the opening that it hangs below', () => {
    const news = [
      announcement(),
      announcement({ kind: 'acknowledged', seq: 2 }),
      announcement({
        kind: 'escalated',
        seq: 3,
        actor: { kind: 'system', name: 'OpsKnight' },
        detail: { step: 2, people: ['Bo'] },
      }),
      announcement({ kind: 'resolved', seq: 4, detail: { note: 'Restarted <it>' } }),
    ];
    expect(threadReply(news)).toBe(
      ['*Ana* acknowledged, paging stopped', 'Escalated to step 2: Bo', '*Ana* resolved: “Restarted &lt;it&gt;”'].join(
        '\n',
      ),
    );
    expect(threadReply([announcement()])).toBeNull();
    expect(threadReply(news, ['resolved'])).toBe('*Ana* resolved: “Restarted &lt;it&gt;”');
    expect(threadReply(news, [])).toBeNull();
  });

  it('is cut to one message however much happened', () => {
    const news = Array.from({ length: 200 }, (_, n) =>
      announcement({ kind: 'note-added', seq: n, detail: { excerpt: HOSTILE.repeat(20) } }),
    );
    const reply = threadReply(news) ?? '';
    expect(reply.length).toBeLessThanOrEqual(3000);
    expect(reply).not.toMatch(/<!channel|<@/);
  });
});
