import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page';
import styles from './preview-frame.module.css';

/** The name of the frame: without scripts, the button of a form opens its preview in it. */
export const PREVIEW_FRAME = 'status-page-preview';

/** Long enough that not every key asks, short enough to be called live. */
const PAUSE_MS = 500;

type Props = {
  /** Where the preview of what is typed is asked for, by POST; by GET the page as it is. */
  action: string;
  form: RefObject<HTMLFormElement>;
};

/**
 * The page as visitors would see it, beside the form that changes it, small as on a phone or wide as on a desk. Where
 * scripts run it follows the typing; each answer is put into the document that stands in the frame, so that neither its
 * place nor the way back is lost.
 */
export function PreviewFrame({ action, form }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const problem = useLivePreview(action, form, frame);
  return (
    <Section title="As visitors see it">
      <fieldset className={styles.widths}>
        <legend>Width</legend>
        <label>
          <input type="radio" name="preview-width" value="phone" defaultChecked /> Phone
        </label>
        <label>
          <input type="radio" name="preview-width" value="desk" /> Desk
        </label>
      </fieldset>
      <p role="status" className={styles.problem}>
        {problem}
      </p>
      <div className={styles.stage}>
        <iframe ref={frame} name={PREVIEW_FRAME} title="Preview of the page" src={action} className={styles.frame} />
      </div>
    </Section>
  );
}

/** The button that shows a preview where no script follows the typing. */
export function PreviewButton({ action }: { action: string }) {
  return (
    <Button formAction={action} formTarget={PREVIEW_FRAME} formNoValidate>
      Show preview
    </Button>
  );
}

/** Follows what is typed into the form; answers why the last preview could not be made, or ''. */
function useLivePreview(action: string, form: RefObject<HTMLFormElement>, frame: RefObject<HTMLIFrameElement>): string {
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const typed = form.current;
    if (!typed) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const show = async () => {
      asked?.abort();
      asked = new AbortController();
      const { signal } = asked;
      try {
        const answer = await fetch(action, { method: 'POST', body: new FormData(typed), signal });
        const html = await answer.text();
        if (answer.ok) put(frame.current, html);
        setProblem(answer.ok ? '' : reasonIn(html));
      } catch {
        if (!signal.aborted) setProblem('The preview could not be reached.');
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE_MS);
    };
    const pressed = (event: SubmitEvent) => {
      if (!event.submitter?.hasAttribute('formtarget')) return;
      event.preventDefault();
      void show();
    };
    typed.addEventListener('input', later);
    typed.addEventListener('submit', pressed);
    // What the frame begins with would else come on top of what it is made to show.
    const began = frame.current;
    if (isLoaded(began)) void show();
    else began?.addEventListener('load', show, { once: true });
    return () => {
      clearTimeout(timer);
      began?.removeEventListener('load', show);
      asked?.abort();
      typed.removeEventListener('input', later);
      typed.removeEventListener('submit', pressed);
    };
  }, [action, form, frame]);
  return problem;
}

const isLoaded = (frame: HTMLIFrameElement | null): boolean =>
  frame?.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank';

/** A style sheet made by script is let in by the policy of the frame, which an inline one of another text is not. */
function put(frame: HTMLIFrameElement | null, html: string): void {
  const inner = frame?.contentDocument;
  const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
  if (!inner || !view) return;
  // Parsed as a part of the document, an inline style would be told off by this page's policy.
  const style = /<style>([^<]*)<\/style>/.exec(html);
  const made = new DOMParser().parseFromString(html.replace(style?.[0] ?? '', ''), 'text/html');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style?.[1] ?? '');
  for (const old of inner.querySelectorAll('style')) old.remove();
  inner.adoptedStyleSheets = [sheet];
  const base = inner.head.querySelector('base') ?? inner.head.appendChild(inner.createElement('base'));
  base.target = '_blank';
  inner.documentElement.lang = made.documentElement.lang;
  inner.title = made.title;
  inner.body.replaceChildren(...[...made.body.childNodes].map((node) => inner.importNode(node, true)));
}

const reasonIn = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').querySelector('p')?.textContent ?? 'There is no preview of this.';
