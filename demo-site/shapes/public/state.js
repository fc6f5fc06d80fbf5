// Says, in the page's <output>, what the fields hold, what the page's own script believes that they hold, and whether that is the
// right code. Asking the site and not this computer's clock: the site's time may be another one.

const PAUSE = 60;

/** @param {string} name @param {string} text @param {HTMLElement} output */
function tell(output, name, text) {
  if (output.dataset[name] !== text) output.dataset[name] = text;
}

/** @param {string} code @returns {Promise<string>} */
async function verdictOn(code) {
  if (!/^[0-9]{6}(?:[0-9]{2})?$/u.test(code)) return '';
  const response = await fetch('/shapes/check', { method: 'POST', body: new URLSearchParams({ code }) });
  return response.ok ? await response.text() : '';
}

/**
 * @param {() => string} readDom what the fields hold
 * @param {() => string} readState what the script has been told of
 */
export function report(readDom, readState) {
  const output = document.querySelector('output');
  if (!output) return;
  let asked = '';
  /** @param {string} code */
  const judge = async (code) => {
    asked = code;
    const verdict = await verdictOn(code);
    if (code !== asked) return;
    tell(output, 'verdict', verdict);
    output.textContent = verdict;
  };
  const look = () => {
    const [dom, state] = [readDom(), readState()];
    tell(output, 'dom', dom);
    tell(output, 'state', state);
    const code = state.replaceAll(/[\s-]/gu, '');
    if (code !== asked) void judge(code);
  };
  look();
  setInterval(look, PAUSE);
}

/** @param {EventTarget | null | undefined} target @returns {target is HTMLInputElement} */
export function isInput(target) {
  return target instanceof HTMLInputElement;
}
