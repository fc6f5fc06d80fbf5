/** What is read off a page when a person asks for it. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { candidatesIn, type PageSight } from '../../src/background/find.ts';
import { toBase64, utf8 } from '../../src/core/bytes.ts';

/** A screenshot is the name of what it shows: pictures are decoded by the browser, and read in tests of their own. */
vi.mock('../../src/background/picture-file.ts', () => ({
  pixelsOf: async (bytes: Uint8Array) => ({ width: bytes.length, height: 1, luma: bytes }),
}));
vi.mock('../../src/core/qr/decode.ts', () => ({
  readQrCodes: ({ luma }: { luma: Uint8Array }) => new TextDecoder().decode(luma).split(' ').filter(Boolean),
}));

afterEach(() => vi.restoreAllMocks());

const uri = (name: string) =>
  `otpauth://totp/Cloud:${name}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cloud`;

/** A page of these screens, each told by the codes on it; it scrolls to its end and no further. */
function pageOf(screens: readonly string[], pictured: readonly string[] = []) {
  const did: string[] = [];
  let at = 0;
  const page: PageSight = {
    host: 'cloud.example',
    qrTexts: async () => pictured,
    printed: async () => [],
    screenshot: async () => {
      did.push(`look ${at}`);
      return toBase64(utf8(screens[at] ?? ''));
    },
    scroll: async (to) => {
      did.push(to);
      const more = to === 'down' && at + 1 < screens.length;
      if (more) at += 1;
      if (to === 'up') at = 0;
      return more;
    },
  };
  return { page, did };
}

async function names(page: PageSight, screenshot: boolean): Promise<readonly string[]> {
  const found = await candidatesIn({ from: 'page', screenshot }, page);
  return found.read === 'found' ? found.candidates.map(({ enrolment }) => enrolment.name) : [found.because];
}

describe('reading a page', () => {
  test('takes no picture of it unless asked', async () => {
    const { page, did } = pageOf([uri('shown')]);
    expect(await names(page, false)).toEqual(['no-code']);
    expect(did).toEqual([]);
  });

  test('lists what its own pictures say and what it shows beside them, each once', async () => {
    const { page } = pageOf([`${uri('pictured')} ${uri('drawn')}`], [uri('pictured')]);
    expect(await names(page, true)).toEqual(['pictured', 'drawn']);
  });

  test('looks further down until there is a set-up code, and goes back', async () => {
    const { page, did } = pageOf(['', 'https://example.com/app', uri('below'), uri('never')]);
    expect(await names(page, true)).toEqual(['below']);
    expect(did).toEqual(['look 0', 'down', 'look 1', 'down', 'look 2', 'up']);
  });

  test('ends with the page, and says what was there instead', async () => {
    const { page, did } = pageOf(['', 'https://example.com/app']);
    expect(await names(page, true)).toEqual(['not-otpauth']);
    expect(did.at(-1)).toBe('up');
  });

  test('of an endless page ends after five screens', async () => {
    const { page, did } = pageOf(Array.from({ length: 100 }, () => ''));
    expect(await names(page, true)).toEqual(['no-code']);
    expect(did.filter((step) => step.startsWith('look'))).toHaveLength(5);
  });

  test('offers no code of an app store beside the real one', async () => {
    const { page } = pageOf([`https://example.com/app ${uri('real')}`]);
    expect(await names(page, true)).toEqual(['real']);
  });
});
