/** What the extension may cost: data. */
import type { MeasuredPage } from './pages.ts';

/** kB, of the script that runs in every frame, gzip. */
export const ALWAYS_ON_MOST = 8;

/** ms of the page's thread while it loads and settles, more than without the extension. */
export const LOAD_MOST: Readonly<Record<MeasuredPage, number>> = {
  text: 1,
  pictures: 1,
  '10 000 elements, changing': 8,
  '200 inputs, changing': 8,
  // Each of them is a page without a field.
  '50 frames': 50,
};

/** Of a core, while a page goes on changing. */
export const AFTER_MOST = 1 / 100;
export const CHANGING: readonly MeasuredPage[] = ['10 000 elements, changing', '200 inputs, changing'];

/** Pages without a field: once they have been watched for some seconds, nothing of ours runs there any more. */
export const LEFT_ALONE: readonly MeasuredPage[] = ['text', 'pictures'];

/** ms that one task of ours may hold up a page that means it badly. */
export const TASK_MOST = 50;

/** Pages of which is told what the least of extensions costs them. */
export const COMPARED: readonly MeasuredPage[] = ['text', '50 frames'];
