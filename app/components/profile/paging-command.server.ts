import { METHOD_SAYS } from '~/components/contact-method/words';
import { optionalTextOf, textOf } from '~/lib/form';
import { parsed } from '~/lib/parse.server';
import type { ReachOperations } from '~/lib/people';
import { said } from '~/lib/said';
import { URGENCIES } from '../../../domain/incident/incident';
import { verifyCodeInput } from '../../../domain/message/code';
import { createContactMethodInput, createRuleInput } from '../../../domain/notification/contact-method';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { loadReach } from './load-reach.server';

/** What the next page is told, in its address. */
type News = { id?: string; message?: string };
type Person = Parameters<typeof loadReach>[1];
type Asked = { operations: ReachOperations; userId: string; form: FormData; reach: () => ReturnType<typeof loadReach> };
type Run = (asked: Asked) => Promise<Result<News>>;

const withId = async (id: string, result: Promise<Result<unknown>>): Promise<Result<News>> => {
  const answer = await result;
  return answer.ok ? ok({ id }) : answer;
};

const turned =
  (enabled: boolean): Run =>
  ({ operations, form }) => {
    const id = textOf(form, 'id');
    return withId(id, operations.contactMethod.update({ id, enabled }));
  };

// Every button of "How you are paged", by the verb it posts.
const COMMANDS: Record<string, Run> = {
  'turn-on': turned(true),
  'turn-off': turned(false),
  'send-code': ({ operations, form }) => {
    const id = textOf(form, 'id');
    return withId(id, operations.contactMethod.sendCode({ id }));
  },
  verify: ({ operations, form }) => {
    const id = textOf(form, 'id');
    const code = { code: textOf(form, 'code') };
    return withId(
      id,
      parsed(verifyCodeInput, code, (input) => operations.contactMethod.verify({ id, ...input })),
    );
  },
  test: async ({ operations, form }) => {
    const id = textOf(form, 'id');
    const sent = await operations.contactMethod.test({ id });
    return sent.ok ? ok({ id, message: sent.value.messageId }) : sent;
  },
  'add-method': async ({ operations, userId, form }) => {
    const sent = { userId, kind: textOf(form, 'kind'), value: textOf(form, 'value') };
    const added = await parsed(createContactMethodInput, sent, operations.contactMethod.create);
    if (!added.ok) return added;
    const { id, verified } = added.value;
    // The method is there either way: a code that could not go out is asked for again beside it.
    if (!verified) await operations.contactMethod.sendCode({ id });
    return ok({ id });
  },
  'add-rule': ({ operations, userId, form }) => {
    const minutes = optionalTextOf(form, 'delayMinutes');
    const sent = {
      userId,
      urgency: textOf(form, 'urgency'),
      contactMethodId: textOf(form, 'contactMethodId'),
      delayMinutes: minutes === undefined ? Number.NaN : Number(minutes),
    };
    return withId('', parsed(createRuleInput, sent, operations.notificationRule.create));
  },
  'remove-rule': ({ operations, form }) => withId('', operations.notificationRule.remove({ id: textOf(form, 'id') })),
  adopt: async ({ operations, userId, form, reach }) => {
    const urgency = URGENCIES.find((one) => one === textOf(form, 'urgency'));
    const found = await reach();
    if (!found.ok) return found;
    const ladder = found.value.urgencies.find((one) => one.urgency === urgency);
    if (!urgency || ladder?.by !== 'defaults')
      return err(failure('conflict', 'There are rules for this urgency already.'));
    for (const { method, minutes } of ladder.rungs) {
      const rule = { userId, urgency, contactMethodId: method.id, delayMinutes: minutes };
      const created = await operations.notificationRule.create(rule);
      if (!created.ok && created.error.code !== 'conflict') return created;
    }
    return ok({});
  },
};

/** Runs the command a form names for a person, or says that there is none. */
export async function runPagingCommand(
  operations: ReachOperations,
  person: Person,
  form: FormData,
  load: typeof loadReach,
): Promise<Result<News>> {
  const verb = textOf(form, 'verb');
  const run = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  if (!run) return err(failure('invalid', 'This button is not known.'));
  return said(await run({ operations, userId: person.id, form, reach: () => load(operations, person) }), METHOD_SAYS);
}
