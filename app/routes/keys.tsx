import { textOf } from '~/lib/form';
import { type ActionFunctionArgs, redirect } from '~/lib/rr';
import { sameOriginPath } from '~/lib/session';

const YEAR = 365 * 24 * 60 * 60;

/** Keeps in a cookie whether single keys do something on this device. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const isOff = textOf(form, 'single') === 'off';
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
  const cookie = `keys=${isOff ? 'off' : ''}; Path=/; Max-Age=${isOff ? YEAR : 0}; SameSite=Lax; HttpOnly${secure}`;
  return redirect(sameOriginPath(textOf(form, 'returnTo')), { headers: { 'Set-Cookie': cookie } });
}

export const loader = () => redirect('/more');
