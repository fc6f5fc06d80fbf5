// Everything works without this file. It shows the buttons that can do nothing without a script, makes a modal dialog of an open
// one, moves between the boxes of a code, draws and delays QR codes as some sites do, and keeps a double click from sending a form
// twice.

for (const button of document.querySelectorAll('[data-print]')) {
  button.removeAttribute('hidden');
  button.addEventListener('click', () => window.print());
}

/** What a person would copy: each line of a list, and all of anything else. */
function textOf(/** @type {Element} */ source) {
  if (source instanceof HTMLTemplateElement) return (source.content.textContent ?? '').trim();
  const lines = [...source.querySelectorAll('li')].map((line) => (line.textContent ?? '').trim());
  return lines.length > 0 ? lines.join('\n') : (source.textContent ?? '').trim();
}

for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.getAttribute('data-copy') ?? '');
  // Over plain http a browser has no clipboard but on localhost.
  if (!source || !navigator.clipboard) continue;
  button.removeAttribute('hidden');
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(textOf(source)).then(() => button.classList.add('copied'));
  });
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.removeAttribute('open');
  dialog.showModal();
  // Not at `cancel`: a browser sends that only once, and closes the dialog without asking the next time.
  dialog.addEventListener('close', () => {
    const form = document.getElementById(dialog.getAttribute('data-escape') ?? '');
    if (form instanceof HTMLFormElement) form.requestSubmit();
    else dialog.showModal();
  });
}

/** Puts one character in each box from this one on, and goes to the next. */
function spread(
  /** @type {HTMLInputElement[]} */ boxes,
  /** @type {number} */ from,
  /** @type {string} */ text,
) {
  const digits = text
    .replace(/\D/gu, '')
    .split('')
    .slice(0, boxes.length - from);
  digits.forEach((digit, at) => {
    const box = boxes[from + at];
    if (box) box.value = digit;
  });
  boxes[Math.min(from + digits.length, boxes.length - 1)]?.focus();
  if (boxes.every((box) => box.value !== '')) boxes[0]?.form?.requestSubmit();
}

for (const row of document.querySelectorAll('[data-boxes]')) {
  const boxes = [...row.querySelectorAll('input')];
  boxes.forEach((box, at) => {
    box.addEventListener('input', () => {
      if (box.value !== '') spread(boxes, at, box.value);
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      spread(boxes, at, event.clipboardData?.getData('text') ?? '');
    });
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Backspace' && box.value === '') boxes[at - 1]?.focus();
    });
    box.addEventListener('focus', () => box.select());
  });
}

for (const canvas of document.querySelectorAll('canvas')) {
  const picture = new Image();
  picture.addEventListener('load', () => {
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.removeAttribute('hidden');
  });
  picture.src = canvas.getAttribute('data-draw') ?? '';
}

for (const late of document.querySelectorAll('[data-late]')) {
  const picture = late.querySelector('template');
  if (picture) setTimeout(() => late.replaceWith(picture.content), Number(late.getAttribute('data-late')));
}

/** @type {WeakSet<EventTarget>} */
const sent = new WeakSet();

document.addEventListener('submit', (event) => {
  if (!event.target) return;
  if (sent.has(event.target)) event.preventDefault();
  sent.add(event.target);
});

// A page that comes back with the Back button may send its forms again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});
