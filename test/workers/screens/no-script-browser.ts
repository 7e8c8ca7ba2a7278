import { request } from '../../flows/support/world';

export type Fields = Record<string, string | string[]>;

const ORIGIN = 'http://127.0.0.1:8787';

/** The page as it reads: without scripts and the comments that React puts between texts. */
const readable = (html: string): string =>
  html
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll('<!-- -->', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'");

/** A browser without JavaScript: GETs, forms of names and values, redirects, one jar of cookies. */
export function noScriptBrowser() {
  let cookie = '';
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { origin: ORIGIN, host: '127.0.0.1:8787', cookie };
    const answer = await request(path, { ...init, headers });
    const set = answer.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return answer;
  };
  const shown = async (answer: Response, path: string): Promise<{ status: number; path: string; text: string }> => {
    const to = answer.headers.get('location');
    if (to === null) return { status: answer.status, path, text: readable(await answer.text()) };
    return shown(await send(to), to);
  };
  return {
    look: async (path: string) => shown(await send(path), path),
    /** Posts a form and shows the page that it leads to. */
    submit: async (path: string, fields: Fields) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
      return shown(await send(path, { method: 'POST', body: new URLSearchParams(pairs) }), path);
    },
  };
}

export type NoScriptBrowser = ReturnType<typeof noScriptBrowser>;
