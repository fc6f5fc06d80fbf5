import type { Link } from '../engine/support-cases.ts';
import type { Site } from './site.ts';

/** The addresses that mails name: from the configured address of the site, never from what a request calls it. */
const linkTo =
  (path: string) =>
  ({ publicUrl }: Site): Link =>
  (token) =>
    `${publicUrl()}${path}?t=${token}`;

export const resetLink = linkTo('/reset');
export const confirmLink = linkTo('/recover/confirm');
export const cancelLink = linkTo('/recover/cancel');
