import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LockAfter, LockSettings } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { Check } from '../parts/check.tsx';
import { ClipboardSwitch } from '../parts/clipboard-switch.tsx';
import { Choice } from '../parts/form.tsx';
import { Header } from '../parts/header.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { OfferSettings } from '../parts/offer-settings.tsx';
import { Problem } from '../parts/problem.tsx';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { pageAt, type Section } from '../state/route.ts';
import { useTask } from '../state/task.ts';

const MINUTES: readonly LockAfter[] = [1, 5, 15, 60, 240];

function duration(minutes: LockAfter): string {
  return minutes < 60 ? plural('minutes', minutes) : plural('hours', minutes / 60);
}

export function Settings() {
  const { ports } = useApp();
  return (
    <main class="view">
      <Header title={t('settings')} />
      <div class="body">
        <AutoLock />
        <OfferSettings />
        {ports.full ? <ClipboardSwitch /> : <InPopup />}
      </div>
    </main>
  );
}

/** What the full page has in its menu, and the settings for which the browser asks, whose question would close a popup. */
function InPopup() {
  const { lock } = useApp();
  return (
    <>
      <button type="button" class="button" onClick={() => void lock()}>
        <Icon name="lock" />
        {t('settingsLockNow')}
      </button>
      <div class="links">
        <PageLink to="keys" icon="key" text="keysTitle" />
        <PageLink to="backups" icon="backup" text="backupsTitle" />
        <PageLink to="trash" icon="trash" text="trashTitle" />
        <PageLink to="settings" icon="settings" text="settingsMore" />
        <PageLink to="list" icon="open" text="settingsTab" />
      </div>
    </>
  );
}

interface PageLinkProps {
  readonly to: Section;
  readonly icon: IconName;
  readonly text: TextKey;
}

function PageLink({ to, icon, text }: PageLinkProps) {
  const { ports } = useApp();
  return (
    <button
      type="button"
      class="menu-entry"
      onClick={() => void ports.openInTab(pageAt(to)).then(ports.close)}
    >
      <Icon name={icon} />
      {t(text)}
    </button>
  );
}

function AutoLock() {
  const { ports, setLockSettings } = useApp();
  const task = useTask();
  const settings = useSignal<LockSettings | null>(null);
  useEffect(() => {
    void task.run(async () => {
      settings.value = await ports.background.lockSettings();
      return null;
    });
  }, []);
  const change = async (chosen: Partial<LockSettings>) => {
    const before = settings.value;
    if (before === null) return;
    const after = { ...before, ...chosen };
    settings.value = after;
    if (!(await task.run(() => setLockSettings(after)))) settings.value = before;
  };
  return (
    <div class="form">
      {settings.value !== null && <Triggers settings={settings.value} onChange={(to) => void change(to)} />}
      <Problem of={task} />
      <p class="hint">{t('settingsLockAlways')}</p>
    </div>
  );
}

interface TriggersProps {
  readonly settings: LockSettings;
  readonly onChange: (change: Partial<LockSettings>) => void;
}

function Triggers({ settings, onChange }: TriggersProps) {
  const { lockAfterMinutes, lockOnIdleMinutes, lockOnScreenLock } = settings;
  const { tellsOfScreenLock } = useApp().ports;
  const minutes = MINUTES.map((value) => ({ value: String(value), text: duration(value) }));
  const chosen = (text: string) => MINUTES.find((value) => String(value) === text) ?? null;
  return (
    <>
      <Choice
        label={t('settingsLockAfter')}
        value={String(lockAfterMinutes)}
        options={minutes}
        onChoose={(text) => onChange({ lockAfterMinutes: chosen(text) ?? 15 })}
      />
      <Choice
        label={t('settingsLockIdle')}
        value={String(lockOnIdleMinutes)}
        options={[...minutes, { value: 'null', text: t('never') }]}
        onChoose={(text) => onChange({ lockOnIdleMinutes: chosen(text) })}
      />
      {tellsOfScreenLock ? (
        <Check
          label={t('settingsLockScreen')}
          checked={lockOnScreenLock}
          onChange={(checked) => onChange({ lockOnScreenLock: checked })}
        />
      ) : (
        <p class="hint">{t('settingsNoScreenLock')}</p>
      )}
    </>
  );
}
