/** "#rrggbb" as three shares of 0 to 255; null for anything else. */
function channels(hex: string): [number, number, number] | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const [, r = '', g = '', b = ''] = match;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = (channels(hex) ?? [0, 0, 0]).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio of two colours: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const ENOUGH = 4.5;
const STEP = 0.04;
/** Our own accent has a form by night (UX §7); what is only made as light as it must be is dull. */
const OWN_BY_NIGHT: Record<string, string> = { '#0a5a68': '#74c7d6' };

/** The colour itself where text in it can be read on `ground`, else the nearest darker or lighter one that can. */
export function readable(colour: string, ground: string): string {
  const goal = luminance(ground) > 0.18 ? 0 : 255;
  const own = OWN_BY_NIGHT[colour.toLowerCase()];
  if (goal === 255 && own) return own;
  let parts: number[] = channels(colour) ?? [goal, goal, goal];
  for (let i = 0; i < 100 && contrast(hexOf(parts), ground) < ENOUGH; i += 1) {
    parts = parts.map((part) => part + (goal - part) * STEP);
  }
  const found = hexOf(parts);
  return contrast(found, ground) >= ENOUGH ? found : hexOf([goal, goal, goal]);
}
