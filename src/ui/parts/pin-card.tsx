import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t, type TextKey } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { useTask } from '../state/task.ts';
import { Field } from './form.tsx';
import { KeyForm } from './key-form.tsx';
import { Problem } from './problem.tsx';
import { Step } from './step.tsx';

const SHORTEST = 4;

/** The short way back in, for as long as the browser runs. */
export function PinCard() {
  const { ports } = useApp();
  const task = useTask();
  const has = useSignal(false);
  const load = async () => {
    has.value = await ports.background.hasPin();
    return null;
  };
  useEffect(() => void task.run(load), []);
  const remove = async () => {
    await ports.background.removePin();
    return load();
  };
  return (
    <section class="card">
      <h2>{t('pinTitle')}</h2>
      <p>{t('pinText')}</p>
      <Problem of={task} />
      <Step label={t(has.value ? 'pinChange' : 'pinSet')}>
        {(done) => (
          <SetPin
            onSet={() => {
              void task.run(load);
              done();
            }}
          />
        )}
      </Step>
      {has.value && (
        <button type="button" class="button danger" onClick={() => void task.run(remove)}>
          {t('pinRemove')}
        </button>
      )}
    </section>
  );
}

function SetPin({ onSet }: { readonly onSet: () => void }) {
  const { ports, say } = useApp();
  const pin = useRef<HTMLInputElement>(null);
  const repeat = useRef<HTMLInputElement>(null);
  const check = (): TextKey | null => {
    if ((pin.current?.value.length ?? 0) < SHORTEST) return 'pinTooShort';
    return pin.current?.value === repeat.current?.value ? null : 'pinDifferent';
  };
  return (
    <KeyForm
      passwordLabel="keyCurrent"
      label={t('pinSave')}
      busy={t('working')}
      check={check}
      onKey={async (proof) => {
        if ((await ports.background.setPin({ proof, pin: pin.current?.value ?? '' })) === 'wrong')
          return 'wrong';
        say(t('settingsSaved'));
        onSet();
        return null;
      }}
    >
      <Field first type="password" label={t('pinNew')} input={pin} />
      <Field type="password" label={t('createRepeat')} input={repeat} />
    </KeyForm>
  );
}
