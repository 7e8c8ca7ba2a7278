import type { ReactNode } from 'react';
import { type Method, methodName } from '~/components/contact-method/words';
import type { MessageState } from '~/lib/people';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import type { GlyphName } from '~/ui/glyph';
import { Notice } from '~/ui/notice';
import { Undo } from '~/ui/undo';

type Props = {
  done: string | null;
  method: Method | undefined;
  /** What became of the test message. */
  test: MessageState | null;
  /** Whether there is an outbox to look into. */
  hasOutbox: boolean;
};

/** What the last button did, told from how things are now. */
export function PagingNotice({ done, method, test, hasOutbox }: Props) {
  const news = done === null ? null : newsOf(done, method, test);
  if (!news) return null;
  if (done === 'turn-off' && method) {
    const undo = (
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={method.id} />
        <Button name="verb" value="turn-on">
          Undo: turn on again
        </Button>
      </Form>
    );
    return (
      <Undo key={`${done} ${method.id}`} glyph={news.glyph} undo={undo}>
        {news.text}
      </Undo>
    );
  }
  const isSent = done === 'test' || (method !== undefined && !method.verified);
  return (
    <Notice key={`${done} ${method?.id} ${test}`} glyph={news.glyph} tone={news.tone}>
      <p>
        {news.text}
        {isSent && hasOutbox ? (
          <>
            {' '}
            On this machine it is in the <Link to="/outbox">outbox</Link>.
          </>
        ) : null}
      </p>
    </Notice>
  );
}

type News = { glyph: GlyphName; tone?: 'failed'; text: ReactNode };

function newsOf(done: string, method: Method | undefined, test: MessageState | null): News | null {
  const name = method ? methodName(method) : '';
  switch (done) {
    case 'welcome':
      return { glyph: 'check', text: 'Welcome. You can be paged by e-mail already; add what wakes you.' };
    case 'add-method':
      if (!method) return null;
      return {
        glyph: 'check',
        text: method.verified ? `Added ${name}.` : `Added ${name}. Type the code we sent to it.`,
      };
    case 'send-code':
      return method && !method.verified
        ? { glyph: 'next', text: `A code is on its way to ${name}. It works for 10 minutes.` }
        : null;
    case 'verify':
      return method?.verified ? { glyph: 'check', text: `${name} is verified: pages can use it.` } : null;
    case 'turn-off':
      return method && !method.enabled
        ? { glyph: 'suppressed', text: `${name} is turned off: no page uses it.` }
        : null;
    case 'turn-on':
      return method?.enabled ? { glyph: 'check', text: `${name} is turned on.` } : null;
    case 'remove':
      return { glyph: 'check', text: 'The contact method is removed, with the rules that named it.' };
    case 'test':
      return method ? testNews(name, test) : null;
    case 'add-rule':
      return { glyph: 'check', text: 'The rule is added.' };
    case 'remove-rule':
      return { glyph: 'check', text: 'The rule is removed.' };
    case 'adopt':
      return { glyph: 'check', text: 'These are your own rules now.' };
    default:
      return null;
  }
}

function testNews(name: string, state: MessageState | null): News {
  switch (state) {
    case 'SENT':
      return { glyph: 'check', text: `The test to ${name} was sent.` };
    case 'DELIVERED':
    case 'READ':
      return { glyph: 'check', text: `The test to ${name} has arrived.` };
    case 'FAILED':
    case 'FAILED_TEMPORARILY':
    case 'CANCELLED':
      return { glyph: 'warning', tone: 'failed', text: `The test to ${name} could not be sent.` };
    default:
      return { glyph: 'next', text: `A test is on its way to ${name}.` };
  }
}
