// QR codes that a script draws, moves or changes.

import './fields.js';

/** @param {string} rows of 0 and 1, separated by commas @returns {boolean[][]} */
function matrixOf(rows) {
  return rows.split(',').map((row) => row.split('').map((module) => module === '1'));
}

/** @param {HTMLCanvasElement} canvas */
function draw(canvas) {
  const matrix = matrixOf(canvas.dataset['matrix'] ?? '');
  const scale = Number(canvas.dataset['scale'] ?? '5');
  canvas.width = canvas.height = matrix.length * scale;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  for (const [y, row] of matrix.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) context.fillRect(x * scale, y * scale, scale, scale);
  }
  // From here on only the picture says it.
  delete canvas.dataset['matrix'];
}

/** A canvas that becomes a picture with an address that only this page knows. @param {HTMLCanvasElement} canvas */
function toBlob(canvas) {
  canvas.toBlob((blob) => {
    if (!blob) return;
    const image = document.createElement('img');
    image.src = URL.createObjectURL(blob);
    image.alt = '';
    canvas.replaceWith(image);
  });
}

/** @type {Record<string, (part: HTMLElement) => void>} */
const happenings = {
  late: (part) =>
    void setTimeout(() => {
      const template = part.querySelector('template');
      if (template) part.replaceChildren(template.content.cloneNode(true));
    }, 900),
  dialog: (part) => {
    document.querySelector('[data-shows]')?.addEventListener('click', () => {
      if (part instanceof HTMLDialogElement) part.showModal();
    });
  },
  turns: (part) => {
    const pictures = [...part.children];
    let at = 0;
    setInterval(() => {
      at = (at + 1) % pictures.length;
      for (const [index, picture] of pictures.entries()) picture.toggleAttribute('hidden', index !== at);
    }, 4000);
  },
  closed: (part) => {
    const template = part.querySelector('template');
    if (template) part.attachShadow({ mode: 'closed' }).append(template.content.cloneNode(true));
  },
  download: (part) => {
    part.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([part.dataset['text'] ?? ''], { type: 'text/plain' }));
      link.download = 'recovery-codes.txt';
      link.click();
    });
  },
};

for (const canvas of document.querySelectorAll('canvas[data-matrix]')) {
  if (!(canvas instanceof HTMLCanvasElement)) continue;
  draw(canvas);
  if (canvas.dataset['blob'] !== undefined) toBlob(canvas);
}
for (const part of document.querySelectorAll('[data-when]')) {
  if (part instanceof HTMLElement) happenings[part.dataset['when'] ?? '']?.(part);
}
