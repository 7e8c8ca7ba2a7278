import { type RefObject, useEffect, useState } from 'react';
import { Button } from '~/ui/button';
import { FormActions } from '~/ui/form';
import { Notice } from '~/ui/notice';

type Texts = Record<string, string>;

/** What can be typed into a form: its texts by name. */
function textsOf(form: HTMLFormElement): Texts {
  const texts: Texts = {};
  for (const field of form.elements)
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text'))
      texts[field.name] = field.value;
  return texts;
}

function read(key: string): Texts | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Texts | null;
  } catch {
    return null;
  }
}

function write(key: string, texts: Texts): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(texts));
  } catch {
    // A full or forbidden storage keeps nothing; what is typed is in the page still.
  }
}

/**
 * Keeps what is typed into a form until its tab is closed, and offers it again to whoever comes back without having
 * saved: after a reload, a sign-in that had run out, a step back. `name` is another one once the form has been saved.
 */
export function KeptText({ form, name }: { form: RefObject<HTMLFormElement>; name: string }) {
  const key = `typed ${name}`;
  const [kept, setKept] = useState<Texts | null>(null);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const [found, now] = [read(key), textsOf(element)];
    if (found && Object.entries(found).some(([field, text]) => field in now && now[field] !== text)) setKept(found);
    const keep = () => write(key, textsOf(element));
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, key]);
  if (!kept) return null;
  const bringBack = () => {
    for (const field of form.current?.elements ?? [])
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
        field.value = kept[field.name] ?? field.value;
    setKept(null);
  };
  const forget = () => {
    sessionStorage.removeItem(key);
    setKept(null);
  };
  return (
    <Notice glyph="warning">
      <p>What was typed here last was not saved.</p>
      <FormActions>
        <Button type="button" onClick={bringBack}>
          Bring it back
        </Button>
        <Button type="button" look="quiet" onClick={forget}>
          Forget it
        </Button>
      </FormActions>
    </Notice>
  );
}
