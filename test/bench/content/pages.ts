/** The pages that are measured. None uses a promise of its own: see trace.ts. */

const WORDS = 'The quick brown fox jumps over the lazy dog, and runs away over the hills. ';
const ARTICLE = `<h1>From the hills</h1>${`<p>${WORDS.repeat(4)}</p>`.repeat(300)}`;
const PICTURE =
  '<img width="120" height="120" alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">';
/** 10 000 elements with the field that every such page has, for a search. */
const FEED = `<h1>What is new</h1><input name="q" placeholder="Find">${'<div class="row"><span>one</span></div>'.repeat(5000)}`;
const FORM = `<h1>Your order</h1><form>${Array.from({ length: 200 }, (_, at) => `<div><label><span>Line ${at}</span> <input name="line${at}"></label></div>`).join('')}</form>`;
const FRAMES = `<h1>Wall</h1>${Array.from({ length: 50 }, (_, at) => `<iframe width="200" height="90" srcdoc="<p>Frame ${at}</p>"></iframe>`).join('')}`;

/** For ever: a hundred elements get another text and another class, 60 times a second. They are none that hold a field. */
const CHANGE = `<script>
  function change() {
    const all = document.querySelectorAll('span, p');
    let at = 0;
    setInterval(() => {
      for (let left = 100; left > 0; left--) {
        const element = all[at++ % all.length];
        element.textContent = at;
        element.className = 'c' + (at % 7);
      }
    }, 16);
  }
</script>`;

const page = (body: string, script = ''): string =>
  `<!doctype html><title>From the hills</title>${body}${CHANGE}<script>${script}</script>`;

/** Each changes once its `change` is called, and those that are named so from the beginning. */
export const pages = {
  text: page(ARTICLE),
  pictures: page(ARTICLE + PICTURE.repeat(40)),
  '10 000 elements, changing': page(FEED, 'change()'),
  '200 inputs, changing': page(FORM, 'change()'),
  '50 frames': page(FRAMES),
} as const;

export type MeasuredPage = keyof typeof pages;
