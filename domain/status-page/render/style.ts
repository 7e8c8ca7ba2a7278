import { readable } from '../accent';

/** What text stands on, by day and by night. */
export const GROUNDS = { light: '#f5f4f0', dark: '#121311' } as const;

// "The logbook" (UX §7) in one column; colours of states are spread in lightness, so that they part without hue.
const LIGHT =
  '--bg:#f5f4f0;--ink:#1a1916;--mut:#5b584f;--line:#d9d6cd;--ctl:#8c897f;--ok:#2e8b8b;--mt:#5470c6;--dg:#bf8f00;--po:#a8480b;--mo:#560a18;--tok:#12614f;--tmt:#34539e;--tdg:#855300;--tpo:#a8480b;--tmo:#b0211a';
const DARK =
  '--bg:#121311;--ink:#ecebe4;--mut:#a7a59b;--line:#2b2e28;--ctl:#6f736a;--ok:#4a9e9a;--mt:#9db6f7;--dg:#ffe59a;--po:#f0923e;--mo:#cf3038;--tok:#5fcbaa;--tmt:#93b0f5;--tdg:#f0b64a;--tpo:#f0923e;--tmo:#ff8b7b';

const RULES = `*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/24px system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
.c{max-width:752px;margin:0 auto;padding:24px 16px 48px}
header{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;justify-content:space-between;margin-bottom:32px}
header a.n{color:inherit;font-weight:600;text-decoration:none}
header img{display:block;max-height:40px;max-width:240px}
a{color:var(--acc)}
a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible{outline:2px solid var(--acc);outline-offset:2px}
h1{font-size:26px;line-height:32px;font-weight:600;margin:0}
h2{font-size:16px;line-height:24px;font-weight:600;margin:40px 0 0;padding-bottom:8px;border-bottom:1px solid var(--line)}
h3{font-size:16px;line-height:24px;font-weight:600;margin:0}
p{margin:8px 0 0}
main>h1+p{margin-top:16px}
:lang(ja){word-break:auto-phrase}
.b{display:flex;gap:12px;border-top:4px solid;padding-top:16px}
.b svg{flex:none;width:24px;height:24px;margin-top:4px}
.b h1,.b p{color:var(--ink)}.b .m{color:var(--mut)}
.d{position:absolute}
.now{margin-top:24px;border-top:1px solid var(--line)}
.m,time{color:var(--mut);font-size:14px;line-height:20px}
time{display:inline-block;font-variant-numeric:tabular-nums}
.r{padding:16px 0;border-bottom:1px solid var(--line)}
.r .r{padding-left:16px}
.r .r:last-child{border:0;padding-bottom:0}
.h{display:flex;gap:16px;justify-content:space-between;align-items:baseline}
.h>:last-child{flex:none}
.s{white-space:nowrap}
.s svg,.g{width:14px;height:14px;vertical-align:-2px;margin-inline-end:6px;fill:none;stroke:currentColor;stroke-width:1.5}
.ok{color:var(--tok)}.mt{color:var(--tmt)}.dg{color:var(--tdg)}.po{color:var(--tpo)}.mo{color:var(--tmo)}.no{color:var(--mut)}
.bars{overflow:hidden;margin-top:12px}
.bars svg{display:block;width:100%;height:32px}
.u{stroke:var(--ok);stroke-width:32;stroke-dasharray:3 1}
.f{fill:var(--bg);stroke:var(--ink);stroke-width:.5}
rect.mt{fill:url(#hatch)}rect.dg{fill:var(--dg)}rect.po{fill:var(--po)}rect.mo{fill:var(--mo)}
.q{fill:none;stroke:var(--ctl);stroke-width:1;stroke-dasharray:1 2}
details{margin-top:4px;color:var(--mut);font-size:14px;line-height:20px}
summary{cursor:pointer;width:max-content;max-width:100%}
table{border-collapse:collapse;margin-top:8px;width:100%}
th,td{text-align:start;font-weight:400;padding:4px 16px 4px 0;border-top:1px solid var(--line)}
ol{list-style:none;margin:8px 0 0;padding:0}
ol li{padding:12px 0 0 16px;border-inline-start:1px solid var(--line)}
li p{margin-top:4px}
.a{border-inline-start:4px solid;padding:0 0 0 16px;margin-top:24px}
.a>*{color:var(--ink)}
footer{margin-top:48px;padding-top:16px;border-top:1px solid var(--line);font-size:14px;line-height:24px}
footer p{margin:0}
footer a,footer b{display:inline-block;margin-inline-end:12px}
form label{display:block;margin:16px 0 4px}
nav{display:flex;flex-wrap:wrap;gap:4px 24px;margin:16px 0;padding-bottom:8px;border-bottom:1px solid var(--line)}
code{font:14px/20px ui-monospace,monospace}
.l a{margin-inline-end:8px}
input[type=email],input[type=url],input[type=password]{font:inherit;color:inherit;background:transparent;border:1px solid var(--ctl);border-radius:4px;padding:7px 12px;width:100%;max-width:480px;min-height:40px}
fieldset{border:0;padding:0;margin:16px 0 0}
legend{padding:0}
fieldset input{margin:0}
fieldset label{display:flex;align-items:baseline;gap:8px;margin:8px 0 0;min-height:24px}
button{display:block;font:inherit;font-weight:600;margin-top:24px;min-height:44px;padding:0 20px;border:0;border-radius:4px;background:var(--ink);color:var(--bg);cursor:pointer}
button.k{margin-top:16px;background:none;color:var(--ink);border:1px solid var(--ctl)}
.e{color:var(--tmo)}
@media(max-width:700px){.bars svg{width:150%;margin-inline-start:-50%}}
@media(max-width:480px){.bars svg{width:300%;margin-inline-start:-200%}.h{gap:12px}}
@media(max-width:340px){.h{flex-wrap:wrap;gap:0 12px}}
@media print{:root{${LIGHT}}body{background:#fff}}
`;

const compact = (css: string): string => css.replaceAll('\n', '');

/** The page's whole style sheet, with its accent made readable on both grounds. */
export const styleOf = (accent: string, customCss: string): string =>
  compact(
    `:root{color-scheme:light dark;${LIGHT};--acc:${readable(accent, GROUNDS.light)}}@media(prefers-color-scheme:dark){:root{${DARK};--acc:${readable(accent, GROUNDS.dark)}}}${RULES}`,
  ) + customCss;
