/** Pages that would have us work without end, or keep what nobody set up: data, for the tests and for the bench. */
import { encode } from 'uqr';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

function svg(text: string, ecc: 'L' | 'M' = 'M'): string {
  const { data, size } = encode(text, { border: 4, ecc });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg width="360" height="360" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`;
}

export const EVIL = {
  issuer: '<img src=x onerror=alert(1)>',
  name: 'javascript:alert(1)//<script>alert(1)</script>',
};
const evilUri = `otpauth://totp/${encodeURIComponent(EVIL.issuer)}:${encodeURIComponent(EVIL.name)}?secret=${SECRET}&issuer=${encodeURIComponent(EVIL.issuer)}&image=javascript:alert(1)`;
/** Markup where a number or a word is meant, by the problem that each is refused for: what the popup then says. */
export const EVIL_PARAMETERS = {
  problem_bad_algorithm: `otpauth://totp/A?secret=${SECRET}&algorithm=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
  problem_bad_digits: `otpauth://totp/A?secret=${SECRET}&digits=javascript:alert(1)`,
  problem_bad_period: `otpauth://totp/A?secret=${SECRET}&period=${encodeURIComponent('<b onclick=alert(1)>30</b>')}`,
  problem_bad_counter: `otpauth://hotp/A?secret=${SECRET}&counter=javascript:alert(1)`,
  problem_bad_secret: `otpauth://totp/A?secret=${encodeURIComponent('<svg onload=alert(1)>')}`,
  problem_bad_kind: 'otpauth://javascript:alert(1)/A?secret=' + SECRET,
} as const;
const longUri = `otpauth://totp/${'a'.repeat(100_000)}?secret=${SECRET}`;

/** What stands on each page, beside a heading that speaks of a set-up and a field for a code. */
const bodies = {
  'ten thousand pictures': `<script>
    const pixel = document.createElement('canvas').toDataURL();
    for (let count = 0; count < 10000; count++) document.write('<img width="100" height="100" src="' + pixel + '">');
  </script>`,
  'a canvas of 20000 by 20000':
    '<canvas width="20000" height="20000" style="width: 300px; height: 300px"></canvas>',
  'a code that changes ten times a second': `<div id="turning"></div><script>
    const drawn = [${JSON.stringify(svg('https://example.com/1'))}, ${JSON.stringify(svg('https://example.com/2'))}];
    let turn = 0;
    setInterval(() => (document.getElementById('turning').innerHTML = drawn[turn++ % 2]), 100);
  </script>`,
  'a code of four kilobytes': svg('A1'.repeat(2_100), 'L'),
  'a label of a hundred kilobytes': `<a href="${longUri}">Open your authenticator</a>`,
  'markup in every field': svg(evilUri),
  'markup in one parameter after another': `<div id="code"></div><button id="next">Next</button><script>
    const codes = ${JSON.stringify(Object.values(EVIL_PARAMETERS).map((uri) => svg(uri)))};
    let at = 0;
    const next = () => (document.getElementById('code').innerHTML = codes[at++ % codes.length]);
    document.getElementById('next').addEventListener('click', next);
    next();
  </script>`,
} as const;

export type HostilePage = keyof typeof bodies;

export const hostilePages = Object.fromEntries(
  Object.entries(bodies).map(([name, body]) => [
    name,
    `<!doctype html><title>Set up two-factor authentication</title><h1>Scan the QR code</h1>
     <button id="count" onclick="this.textContent = Number(this.textContent) + 1">0</button>
     <label>Code from your authenticator app <input name="code" autocomplete="one-time-code"></label>${body}`,
  ]),
) as Record<HostilePage, string>;

export const hostileNames = Object.keys(bodies) as HostilePage[];
