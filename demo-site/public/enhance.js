// Everything works without this file. It shows the print button, which can do nothing without a script, and keeps a double
// click from sending a form twice.

for (const button of document.querySelectorAll('[data-print]')) {
  button.removeAttribute('hidden');
  button.addEventListener('click', () => window.print());
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
