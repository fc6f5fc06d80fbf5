/** Picture files that a person gives: read in a worker by the browser's own means, several at once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone, page } from '../core/qr/drawing.ts';
import { HOSTILE } from '../core/qr/hostile.ts';
import { writePng } from '../png.ts';
import { inPopup } from './life.ts';
import { Popup } from './pages/popup.ts';
import { onEachBrowser } from './stage.ts';

const uri = (name: string) =>
  `otpauth://totp/Drawn:${name}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Drawn`;
const noise = page(900, 900, HOSTILE[0]?.[1]);

onEachBrowser('several picture files are read at once, and what is none is refused', async (stage) => {
  const folder = stage.downloads;
  const save = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const files = [
    save('one.png', writePng(alone(uri('one')))),
    save('noise.png', writePng(noise)),
    save('two.png', writePng(alone(uri('two'), { inverted: true }))),
  ];

  await inPopup(stage, (popup) => popup.createVault());
  const popup = await Popup.inTab(stage.driven);
  await popup.openWaysToAdd();
  await popup.givesPictures([save('none.png', Buffer.from('no picture'))]);
  await popup.says('problem_no_picture');
  await popup.givesPictures(files);
  await popup.sees('one');
  await popup.sees('two');
  await popup.close();
});
