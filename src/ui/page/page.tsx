/** The full page, in a tab of its own: everything that there is to see and to set. */
import { begin } from '../begin.ts';
import { PageFrame } from './frame.tsx';

begin(PageFrame, true);
