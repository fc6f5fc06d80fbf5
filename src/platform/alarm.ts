import { browser } from './browser.ts';

/** What it is time for. */
export type Alarm = 'lock' | 'clipboard';

/**
 * Wakes the background at a time (ms since the epoch), or no more with null. Browsers round alarms up to half a
 * minute and may lose them at a restart: whoever asks for one still decides by the clock.
 */
export async function setAlarm(name: Alarm, at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: at });
}

export function onAlarm(name: Alarm, rang: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) rang();
  });
  // Firefox starts the background with the browser only for one who listens to this.
  browser.runtime.onStartup.addListener(rang);
}
