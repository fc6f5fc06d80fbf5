/**
 * Which fields of a page want a code, judged from facts alone: vetoes with names before any word for a code, then evidence
 * of several families, each with a cap; and the reasons kept, so that a person can see why.
 */
import { readPrinted } from '../uri/printed.ts';
import { channelOf } from './channel.ts';
import { evidenceFor, SURE } from './evidence.ts';
import { isDeclared, type FieldFacts, type PageFacts } from './facts.ts';
import type { Because, Judgement } from './judgement.ts';
import { recoveryIn } from './recovery.ts';
import { setUpIn, type SetUpSigns } from './set-up.ts';
import { textsOf, type Texts } from './texts.ts';
import { vetoOn } from './vetoes.ts';

/** `qrKey`: whether a QR code of a set-up was read on the page. */
export function classify(page: PageFacts, qrKey = false): readonly Judgement[] {
  const signs = { key: qrKey || readPrinted(page.printed).length > 0, pictures: page.pictures };
  return page.fields.map((field) => judge(field, textsOf(field, page.title), signs));
}

function judge(field: FieldFacts, texts: Texts, signs: SetUpSigns): Judgement {
  const { key } = field;
  const recovery = recoveryIn(texts);
  if (recovery !== null)
    return { key, kind: 'recovery', channel: 'unknown', because: [`recovery:${recovery}`] };
  const veto = isDeclared(field) ? null : vetoOn(field, texts);
  if (veto !== null) return { key, kind: 'none', channel: 'unknown', because: [`veto:${veto}`] };
  const { points, because } = evidenceFor(field, texts);
  if (points < SURE) return { key, kind: 'none', channel: 'unknown', because: [...because, 'too-little'] };
  return prompt(field, texts, signs, because);
}

function prompt(field: FieldFacts, texts: Texts, signs: SetUpSigns, because: readonly Because[]): Judgement {
  const { key, boxes } = field;
  const setUp = setUpIn(texts, signs);
  if (setUp.length > 0)
    return { key, kind: 'setup-confirm', channel: 'app', because: [...because, ...setUp] };
  const channel = channelOf(field, texts);
  return { key, kind: boxes > 1 ? 'boxes' : 'single', channel, because: [...because, `channel:${channel}`] };
}
