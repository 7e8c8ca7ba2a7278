import PostalMime, { type Address, type Email } from 'postal-mime';

/** Of one that no parser takes: well below what an event may weigh. */
const RAW_BYTES = 256 * 1024;

/** What alerts say stands at the beginning; attachments behind it are not read. */
const READ_BYTES = 1024 * 1024;
/** Of the texts: more is cut off by the adapter anyway. */
const KEPT_CHARACTERS = 60_000;
const PARSER = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true };

/** The beginning of a stream; the rest is never held in memory. */
async function beginning(raw: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(READ_BYTES);
  const reader = raw.getReader();
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const fitting = part.value.subarray(0, READ_BYTES - at);
    whole.set(fitting, at);
    at += fitting.byteLength;
    if (at === READ_BYTES) {
      await reader.cancel();
      break;
    }
  }
  return whole.slice(0, at);
}

const written = (address: Address | undefined): string | undefined =>
  address?.address ? (address.name ? `${address.name} <${address.address}>` : address.address) : undefined;

const cut = (text: string | undefined): string | undefined => text?.slice(0, KEPT_CHARACTERS);

const headerOf = ({ headers }: Email, name: string): string | undefined =>
  headers.find(({ key }) => key === name)?.value.slice(0, 1000);

/** The key stands in headers and is quoted in texts; nobody is to read it there. */
const withoutKey = (text: string, key: string): ArrayBuffer =>
  new TextEncoder().encode(text.replace(new RegExp(key, 'gi'), 'alerts')).buffer as ArrayBuffer;

/** What the adapter for mail reads, as JSON. */
function fieldsOf(mail: Email, to: string) {
  const { subject, from, messageId, date, text, html } = mail;
  return {
    subject: subject ?? '',
    from: written(from),
    to,
    messageId: messageId?.slice(0, 1000),
    timestamp: date,
    text: cut(text),
    html: text ? undefined : cut(html),
    autoSubmitted: headerOf(mail, 'auto-submitted'),
    contentType: headerOf(mail, 'content-type')?.split(';')[0],
  };
}

/**
 * A raw mail as an event of its integration: what stands in it as JSON, with `to` for the address it came to and without the
 * key; one that
 * no parser takes as it is, cut to what an event may weigh.
 */
export async function readMessage(
  raw: ReadableStream<Uint8Array>,
  { to, key }: { to: string; key: string },
): Promise<{ body: ArrayBuffer; contentType: string }> {
  const bytes = await beginning(raw);
  try {
    const json = JSON.stringify(fieldsOf(await PostalMime.parse(bytes, PARSER), to));
    return { body: withoutKey(json, key), contentType: 'application/json' };
  } catch (error) {
    console.warn(`a mail could not be parsed, and is read as it is: ${String(error).slice(0, 200)}`);
    const text = new TextDecoder().decode(bytes.subarray(0, RAW_BYTES));
    return { body: withoutKey(text, key), contentType: 'message/rfc822' };
  }
}
