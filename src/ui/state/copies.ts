/** What a person copies from our pages by the browser's own means: keys and recovery codes, which have no button for it. */

/** What is worth as much on the clipboard as it is in the vault. */
const SECRETS = '.setup-key, .recovery-codes, .code-to-keep';

/** The text that is being copied, if one of these is in it. */
function secretIn(page: Document): string | null {
  const selection = page.getSelection();
  if (selection === null || selection.isCollapsed) return null;
  const touched = [...page.querySelectorAll(SECRETS)].some((part) => selection.containsNode(part, true));
  return touched ? selection.toString() : null;
}

/** Calls `copied` with each of these, which is then exactly what stands on the clipboard. */
export function onSecretCopied(page: Document, copied: (text: string) => void, signal: AbortSignal): void {
  const copying = (event: ClipboardEvent) => {
    const text = secretIn(page);
    if (text === null || event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    copied(text);
  };
  page.addEventListener('copy', copying, { signal });
}
