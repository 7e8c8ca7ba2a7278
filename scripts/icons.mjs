// `node scripts/icons.mjs`: draws the app's icons from the wordmark's square, with the Chromium of the browser tests.
// They are committed; run it again when the mark changes.
import path from 'node:path';
import { launchChromium } from '../test/e2e/chromium.mjs';
import { root } from './start/settings.mjs';

const INK = '#1a1916';
const PAPER = '#f5f4f0';

/** The square on paper. `share` is its part of the width; a mask may cut everything but the middle 80 %. */
const mark = (size, share, ground, ink) => {
  const side = Math.round((size * share) / 2) * 2;
  const at = (size - side) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" fill="${ground}"/><rect x="${at}" y="${at}" width="${side}" height="${side}" fill="${ink}"/></svg>`;
};

const ICONS = [
  { file: 'icon-192.png', size: 192, share: 0.5, ground: PAPER, ink: INK },
  { file: 'icon-512.png', size: 512, share: 0.5, ground: PAPER, ink: INK },
  { file: 'icon-maskable-512.png', size: 512, share: 0.4, ground: PAPER, ink: INK },
  { file: 'apple-touch-icon.png', size: 180, share: 0.5, ground: PAPER, ink: INK },
  // In Android's status bar only its shape is seen.
  { file: 'badge-96.png', size: 96, share: 0.6, ground: 'none', ink: '#ffffff' },
];

const browser = await launchChromium();
try {
  for (const { file, size, share, ground, ink } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${mark(size, share, ground, ink)}`);
    await page.screenshot({ path: path.join(root, 'public', file), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
