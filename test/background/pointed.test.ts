/** The picture that somebody has chosen in the browser's context menu. */
import { describe, expect, test } from 'vitest';
import { readPointed } from '../../src/background/pointed.ts';
import { emptyPage, sender, stage } from './stage.ts';

const uri = (name: string) =>
  `otpauth://totp/Cloud:${name}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cloud`;
const SRC = 'blob:https://cloud.example/3f5a';

async function pointing() {
  const { desk, world, ui } = await stage();
  world.page = emptyPage;
  const at = (place: { tab?: number | null; frame?: number; src?: string } = {}) =>
    readPointed(desk, { tab: 1, frame: 0, src: SRC, ...place });
  const names = async (pointed = true): Promise<readonly string[] | string> => {
    const source = {
      from: 'page',
      screenshot: true,
      ...(pointed ? { pointed: true as const } : {}),
    } as const;
    const findings = await ui.find(source, null);
    return findings.read === 'found' ? findings.found.map(({ name }) => name) : findings.because;
  };
  const asked = () => world.asked.filter((what) => what.startsWith('picture'));
  return { at, names, asked, world, ui };
}

describe('a picture that is chosen in the context menu', () => {
  test('is read by its address, alone, and the popup opens on it', async () => {
    const { at, names, asked, world } = await pointing();
    world.qrTexts = [uri('beside')];
    world.pointedTexts = [uri('pointed')];
    await at();
    expect(world.asked).toContain('popup pointed');
    expect(await names()).toEqual(['pointed']);
    expect(asked()).toEqual([`picture 0 ${SRC}`]);
  });

  test('is kept as what stands on the page: pending, and bound to its host', async () => {
    const { at, world, ui } = await pointing();
    world.pointedTexts = [uri('pointed')];
    await at();
    const source = { from: 'page', screenshot: true, pointed: true } as const;
    const findings = await ui.find(source, null);
    const ref = findings.read === 'found' ? (findings.found[0]?.ref ?? '') : '';
    expect(await ui.keep({ source, ref, bind: false }, null)).toBe('kept');
    expect(await ui.accounts(null, null)).toMatchObject([{ state: 'pending', hosts: ['cloud.example'] }]);
  });

  test('that says nothing, or may not be read, leaves what the page shows', async () => {
    const { at, names, world } = await pointing();
    world.qrTexts = [uri('shown')];
    await at();
    expect(await names()).toEqual(['shown']);
    world.pointedTexts = ['https://example.com/'];
    expect(await names()).toEqual(['shown']);
  });

  test('is not asked for when the page is read in another way, or in another tab', async () => {
    const { at, names, asked, world } = await pointing();
    world.pointedTexts = [uri('pointed')];
    await at();
    expect(await names(false)).toBe('no-code');
    await at({ tab: 2 });
    expect(await names()).toBe('no-code');
    await at({ tab: null });
    expect(await names()).toBe('no-code');
    expect(asked()).toEqual([]);
  });

  test('in a frame is read only in one of the page’s own', async () => {
    const { at, names, asked, world } = await pointing();
    world.pointedTexts = [uri('pointed')];
    world.frames = [
      { tab: 1, frame: 4, site: sender('https://cloud.example').site },
      { tab: 1, frame: 5, site: sender('https://other.example').site },
    ];
    await at({ frame: 4 });
    expect(await names()).toEqual(['pointed']);
    await at({ frame: 5 });
    expect(await names()).toBe('no-code');
    expect(asked()).toEqual([`picture 4 ${SRC}`]);
  });

  test('of an endless address is left to what the page shows', async () => {
    const { at, names, asked, world } = await pointing();
    world.pointedTexts = [uri('pointed')];
    await at({ src: `data:image/png;base64,${'A'.repeat(2_000_000)}` });
    expect(await names()).toBe('no-code');
    expect(asked()).toEqual([]);
  });
});
