/**
 * What the attack pages share. A page gets at the chip's host, for it stands in the page's own tree, and at nothing in
 * it. `near` calls back when the pointer comes to the chip; the page is armed when a click is to be
 * expected.
 */
'use strict';

globalThis.chip = () => document.querySelector('div[popover=manual]:popover-open');

/** Until a person's hand has come from near the chip to a click. */
const HAND = 300; // ms

function arm() {
  setTimeout(() => (document.title = 'Armed'), HAND);
}

globalThis.near = (act) => {
  const moved = () => {
    if (chip() === null) return;
    removeEventListener('pointermove', moved, true);
    act(chip());
    arm();
  };
  addEventListener('pointermove', moved, true);
};

/** A part of the page that says something else, wherever it is put. */
globalThis.cover = (name = 'section') => {
  const lure = document.createElement(name);
  lure.textContent = 'Click here to take your prize';
  lure.style.cssText = `inset: 0; width: 100vw; height: 100vh; border: 0; background: white; pointer-events: none`;
  return lure;
};

/** The same of a chip in a frame of the page's own origin. */
globalThis.nearFramed = (act) => {
  const [frame] = document.getElementsByTagName('iframe');
  const follow = () => {
    const moved = () => {
      frame.contentWindow.removeEventListener('pointermove', moved, true);
      act(frame);
      arm();
    };
    frame.contentWindow.addEventListener('pointermove', moved, true);
  };
  const { readyState, URL } = frame.contentDocument;
  // It may have been there before this script was.
  if (readyState === 'complete' && URL !== 'about:blank') follow();
  else frame.addEventListener('load', follow);
};
