import { textOf } from '~/lib/form';
import { type ActionFunctionArgs, redirect } from '~/lib/rr';
import { sameOriginPath } from '~/lib/session';

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the chosen theme in a cookie; "system" takes it away. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = textOf(form, 'theme');
  const chosen = theme === 'light' || theme === 'dark';
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
  const cookie = `theme=${chosen ? theme : ''}; Path=/; Max-Age=${chosen ? YEAR : 0}; SameSite=Lax; HttpOnly${secure}`;
  return redirect(sameOriginPath(textOf(form, 'returnTo')), { headers: { 'Set-Cookie': cookie } });
}

export const loader = () => redirect('/');
