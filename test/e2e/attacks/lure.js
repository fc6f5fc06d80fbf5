/**
 * What the attack pages share. A page gets at the chip's host, for it stands in the page's own tree, and at nothing in
 * it. `near` calls back when the pointer comes to the chip; the page is armed when a click is to be expected.
 *
 * What came of the click is said by the page's title. `Hit`: the browser gave a person's own click to the chip, so that one
 * that answers whoever clicks it would have given its code by now. `Missed`: it went elsewhere, and nothing was tried.
 */
'use strict';

const CHIP = 'div[popover=manual]:popover-open';

globalThis.chip = () => document.querySelector(CHIP);

/** Also of one that was taken away in the meantime; of a page whose own covers are no divs. */
function isChip(element) {
  return element?.localName === 'div' && element.popover === 'manual';
}

globalThis.hit = () => (document.title = 'Hit');

function witness({ isTrusted, target }) {
  if (!isTrusted) return;
  if (isChip(target)) hit();
  else if (document.title === 'Armed') document.title = 'Missed';
}

addEventListener('click', witness, true);

/** Until a person's hand has come from near the chip to a click. */
const HAND = 300; // ms

function arm() {
  setTimeout(() => {
    if (document.title !== 'Hit') document.title = 'Armed';
  }, HAND);
}

/** Whether the chip has come to where the pointer is: from now on a click hits it. */
globalThis.armWhereItIs = (x, y) => {
  if (document.title !== 'Hit' && isChip(document.elementFromPoint(x, y))) document.title = 'Armed';
};

globalThis.near = (act) => {
  const moved = (event) => {
    if (chip() === null) return;
    removeEventListener('pointermove', moved, true);
    act(chip(), event);
    arm();
  };
  addEventListener('pointermove', moved, true);
};

/** Does it now, with each picture that is drawn, and at the press: what a page does to the chip is taken back by and by. */
globalThis.keep = (act) => {
  const again = () => {
    act();
    requestAnimationFrame(again);
  };
  addEventListener('pointerdown', act, true);
  again();
};

/** A part of the page that says something else, wherever it is put. */
globalThis.cover = (name = 'section') => {
  const lure = document.createElement(name);
  lure.textContent = 'Click here to take your prize';
  lure.style.cssText = `inset: 0; width: 100vw; height: 100vh; border: 0; background: white; pointer-events: none`;
  return lure;
};

/** A button that a person is to press. */
globalThis.prize = (text = 'Take the prize') => {
  const lure = document.createElement('button');
  lure.id = 'lure';
  lure.textContent = text;
  lure.style.cssText = 'position: fixed; left: 500px; top: 400px; width: 300px; height: 60px';
  document.body.append(lure);
  return lure;
};

/** How far it is from the middle of the chip to a point of the window: by its field, which it follows with the next picture only. */
globalThis.aim = () => {
  const [field] = document.getElementsByName('code');
  const ours = chip().getBoundingClientRect();
  const at = field.getBoundingClientRect();
  return (x, y) => {
    const { left, top } = field.getBoundingClientRect();
    return {
      right: x - left - (ours.left + ours.width / 2 - at.left),
      down: y - top - (ours.top + ours.height / 2 - at.top),
    };
  };
};

/** Moves the form by so much, from where it was moved to before. */
globalThis.shift = (right, down = 0) => {
  const { style } = document.forms[0];
  style.position = 'relative';
  style.left = `${parseFloat(style.left || 0) + right}px`;
  style.top = `${parseFloat(style.top || 0) + down}px`;
};

/** The same of a chip in a frame of the page's own origin. */
globalThis.nearFramed = (act) => {
  const [frame] = document.getElementsByTagName('iframe');
  const follow = () => {
    const moved = (event) => {
      frame.contentWindow.removeEventListener('pointermove', moved, true);
      act(frame, event);
      arm();
    };
    frame.contentWindow.addEventListener('pointermove', moved, true);
    frame.contentWindow.addEventListener('click', witness, true);
  };
  const { readyState, URL } = frame.contentDocument;
  // It may have been there before this script was.
  if (readyState === 'complete' && URL !== 'about:blank') follow();
  else frame.addEventListener('load', follow);
};
