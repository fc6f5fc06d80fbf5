import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { Check } from './check.tsx';
import { Problem } from './problem.tsx';

/**
 * Whether what is copied here is taken off the clipboard again. There is no setting behind it: it is on while the browser
 * gives us the right to look there, and so it is true whoever took the right away, and where.
 */
export function ClipboardSwitch() {
  const { ports, say } = useApp();
  const { clipboard } = ports;
  const task = useTask();
  const on = useSignal<boolean | null>(null);
  const look = async () => {
    on.value = await clipboard.held();
  };
  useEffect(() => {
    const gone = new AbortController();
    void look();
    clipboard.onChange(() => void look(), gone.signal);
    return () => gone.abort();
  }, []);
  const change = (wanted: boolean) => {
    on.value = wanted;
    // In the turn of the click itself, which is what a browser asks for before it asks the person.
    const changed = wanted ? clipboard.ask() : clipboard.giveUp();
    void task.run(async () => {
      const refused = (await changed) === false;
      await look();
      if (refused) return 'clipboardRefused';
      say(t('settingsSaved'));
      return null;
    });
  };
  if (on.value === null) return null;
  return (
    <div class="form">
      <Check label={t('clipboardClear')} checked={on.value} onChange={change}>
        {t('clipboardClearHint')}
      </Check>
      <Problem of={task} />
    </div>
  );
}
