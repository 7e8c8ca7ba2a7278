import styles from './markdown.module.css';

/** Text that somebody wrote, as `markdownToHtml` has made it on the server: raw HTML in it is escaped. */
export function Markdown({ html, className = '' }: { html: string; className?: string | undefined }) {
  const classes = `${styles.markdown} ${className}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made on the server from markdown, raw HTML in it escaped
  return <div className={classes} dangerouslySetInnerHTML={{ __html: html }} />;
}
