import { line } from '../notification/render/plain';
import { languageOf } from '../notification/words/words';
import type { Instant } from '../shared/time';
import type { MessageContent } from './content';
import { digestWords } from './digest';
import { MESSAGE_LANGUAGES, type MessageLanguage } from './languages/language';
import { pageTestWords } from './page-test';
import { shiftWords } from './shift-words';
import { whenOf } from './when';

/** A message in words that every channel can be made of; clean, only escaping is left to do. */
export type MessageWords = {
  subject: string;
  /** For mail, before and after what it is about. */
  before: string[];
  link: { label: string; url: string } | null;
  code: string | null;
  after: string[];
  /** The same on one line, for channels that have no more. */
  short: string;
  /** The same to be heard: no addresses, digits one by one. */
  spoken: string;
};

const NOT_ASKED = 'If you did not ask for this, ignore this message: nothing changes.';

/** "OpsKnight for Acme"; an organisation that nobody has named is called OpsKnight itself. */
export function placeOf({ organisation, locale }: MessageContent): string {
  const name = line(organisation, 80);
  return name === '' || name === 'OpsKnight' ? 'OpsKnight' : frameOf(locale).placeOf(name);
}

type Frame = Pick<MessageLanguage, 'hello' | 'sentBy' | 'placeOf' | 'greeting'>;

const ENGLISH: Frame = {
  hello: (name) => `Hello ${name},`,
  sentBy: (place) => `Sent by ${place}.`,
  placeOf: (organisation) => `OpsKnight for ${organisation}`,
  greeting: 'This is OpsKnight.',
};

/** What stands around every message. */
export function frameOf(locale: string): Frame {
  const language = languageOf(locale);
  return language === 'en' ? ENGLISH : MESSAGE_LANGUAGES[language];
}

/** The words of one message in the receiver's language. Names are cut and cleaned; links and codes stand as they are. */
export function wordsOf(content: MessageContent): MessageWords {
  const language = languageOf(content.locale);
  return language === 'en' ? inEnglish(content) : wordsIn(MESSAGE_LANGUAGES[language], content);
}

function wordsIn(language: MessageLanguage, content: MessageContent): MessageWords {
  const url = 'url' in content ? content.url : null;
  const moment = (at: Instant): string =>
    'timezone' in content ? whenOf(at, content.at, content.timezone, content.locale) : '';
  const { label, short, ...said } = language.say(content, {
    place: placeOf(content),
    name: (text) => line(text, 80),
    moment,
    span: ({ start, end }) => language.span(moment(start), moment(end)),
  });
  const clock = 'timezone' in content ? [language.clock(content.timezone)] : [];
  return {
    ...said,
    before: [...said.before, ...clock],
    link: url && label ? { label, url } : null,
    code: 'code' in content ? content.code : null,
    short: url ? `${short} ${url}` : short,
  };
}

function inEnglish(content: MessageContent): MessageWords {
  const place = placeOf(content);
  switch (content.kind) {
    case 'invitation': {
      const what = `${line(content.invitedBy, 80)} invited you to ${place}`;
      return {
        subject: `You are invited to ${place}`,
        before: [`${what}. Choose a password to be ready for your first shift on call.`],
        link: { label: 'Accept the invitation', url: content.url },
        code: null,
        after: ['The link works once, for 7 days.'],
        short: `${what}: ${content.url}`,
        spoken: `${what}. The link is in your e-mail.`,
      };
    }
    case 'password-reset':
      return {
        subject: 'Choose a new OpsKnight password',
        before: [`Somebody, hopefully you, asked for a new password at ${place}.`],
        link: { label: 'Choose a new password', url: content.url },
        code: null,
        after: ['The link works once, for one hour.', NOT_ASKED],
        short: `Choose a new password for ${place} within one hour: ${content.url}`,
        spoken: `A new password was asked for at ${place}. The link is in your e-mail.`,
      };
    case 'verification-code': {
      const digits = content.code.split('').join(', ');
      return {
        subject: 'Your OpsKnight code',
        before: [`This code shows that ${place} can reach you here:`],
        link: null,
        code: content.code,
        after: ['It works for 10 minutes.', NOT_ASKED],
        short: `${content.code} is your code for ${place}. It works for 10 minutes.`,
        spoken: `Your OpsKnight code is ${digits}. Once more: ${digits}.`,
      };
    }
    case 'contact-method-test': {
      const test = `This is a test from ${place}.`;
      return {
        subject: 'Test from OpsKnight',
        before: [test, 'Pages can reach you here. Nothing is wrong, and there is nothing to do.'],
        link: null,
        code: null,
        after: [],
        short: `${test} Pages can reach you here. There is nothing to do.`,
        spoken: `${test} Pages can reach you at this number. There is nothing to do.`,
      };
    }
    case 'low-digest':
      return digestWords(content);
    case 'page-test':
      return pageTestWords(content, place);
    case 'shift-notice':
    case 'shifts-changed':
    case 'cover-asked':
    case 'cover-waiting':
    case 'cover-taken':
    case 'cover-ended':
      return shiftWords(content);
  }
}
