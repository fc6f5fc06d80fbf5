/** What is read off a page when a person asks for it. */
import { describe, expect, test } from 'vitest';
import { candidatesIn, type PageSight } from '../../src/background/find.ts';
import { createDecoder } from '../../src/background/qr/decode-once.ts';
import { bytesOf, PictureRefused } from '../../src/background/qr/job.ts';
import { toBase64, utf8 } from '../../src/core/bytes.ts';

/** A picture is the names of what it shows: it is read in tests of its own. */
const decoder = createDecoder({
  read: async (job) => {
    const shown = new TextDecoder().decode(bytesOf(job));
    if (shown === 'no picture') throw new PictureRefused('no-picture');
    if (shown === 'endless') throw new PictureRefused('gave-up');
    return shown.split(' ').filter(Boolean);
  },
});

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
    pointedTexts: async () => [],
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
  const found = await candidatesIn({ from: 'page', screenshot }, page, decoder);
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

async function read(...shown: readonly string[]): Promise<readonly string[]> {
  const images = shown.map((text) => toBase64(utf8(text)));
  const found = await candidatesIn({ from: 'images', images }, pageOf([]).page, decoder);
  return found.read === 'found' ? found.candidates.map(({ enrolment }) => enrolment.name) : [found.because];
}

describe('pictures that are given at once', () => {
  test('are all read, and what stands on two of them is listed once', async () => {
    expect(await read(uri('one'), `${uri('two')} ${uri('one')}`, uri('three'))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  test('do not spoil each other', async () => {
    expect(await read('no picture', uri('good'), 'endless', '')).toEqual(['good']);
  });

  test('that are all no good are refused for the first that is', async () => {
    expect(await read('no picture')).toEqual(['no-picture']);
    expect(await read('', 'endless', 'no picture')).toEqual(['gave-up']);
    expect(await read('', '')).toEqual(['no-code']);
    expect(await read('endless', 'https://example.com/')).toEqual(['not-otpauth']);
  });
});
