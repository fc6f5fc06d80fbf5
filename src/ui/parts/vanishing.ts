import { useEffect } from 'preact/hooks';

/** How long what was asked for stays on the screen of somebody who has gone away, in ms. */
const SHOWN_FOR = 60_000;

/** Hides what was revealed after a while, and as soon as the page is no longer looked at. */
export function useVanishing(hide: () => void): void {
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(hide, SHOWN_FOR);
    const hidden = () => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', hidden, { signal: gone.signal });
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, []);
}
