/** The popup, and the same page in a tab or a window of its own. */
import { begin } from '../begin.ts';
import { PopupFrame } from './frame.tsx';

begin(PopupFrame, false);
