import { browser } from './browser.ts';

const NAME = 'lock';

/**
 * Wakes the background at a time (ms since the epoch), or no more with null. Browsers round alarms up to half a
 * minute and may lose them at a restart: whoever asks for one still decides by the clock.
 */
export async function setAlarm(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(NAME);
  else await browser.alarms.create(NAME, { when: at });
}

export function onAlarm(rang: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) rang();
  });
  // Firefox starts the background with the browser only for one who listens to this.
  browser.runtime.onStartup.addListener(rang);
}
