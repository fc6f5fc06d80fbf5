import { t } from '../../platform/text.ts';
import { say, type Context } from './context.ts';
import { failureOf } from './sync.ts';
import { failureText } from './words.ts';

/** What an undo runs into is said, for whoever pressed it waits for nothing else. */
export async function undoing({ model }: Pick<Context, 'model'>, undone: Promise<unknown>): Promise<void> {
  model.notice.value = null; // once is enough
  await undone.catch((error: unknown) => say(model, t(failureText[failureOf(error)])));
}
