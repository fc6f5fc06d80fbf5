/**
 * The worker that reads pictures. It is built into one file that imports nothing, holds nothing between two pictures, and
 * may be ended at any moment: so nobody waits for a picture that was made to be waited for.
 */
import { readQrCodes } from '../../core/qr/decode.ts';
import type { Answer, Job } from './job.ts';
import { picturesOf } from './picture-file.ts';

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  void answerTo(data).then((answer) => postMessage(answer));
});

async function answerTo(job: Job): Promise<Answer> {
  try {
    const pictures = 'pixels' in job ? [job.pixels] : await picturesOf(job.file);
    if (pictures === null) return { refused: 'no-picture' };
    for (const picture of pictures) {
      const texts = readQrCodes(picture);
      if (texts.length > 0) return { texts };
    }
    return { texts: [] };
  } catch {
    return { refused: 'failed' };
  }
}
