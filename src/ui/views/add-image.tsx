import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { toBase64 } from '../../core/bytes.ts';
import type { Source } from '../../messages/contract.ts';
import { t, type TextKey } from '../../platform/text.ts';
import { focused } from '../parts/focus.ts';
import { Icon } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { ReadingView } from '../parts/reading-view.tsx';
import { useReading, type Reading } from '../state/reading.ts';

/** What crosses to the background as one message, in bytes; a screenshot of a large screen has less. */
const LARGEST = 16 * 1024 * 1024;

/** From a picture: chosen, dropped or pasted. */
export function AddImage() {
  const reading = useReading();
  const image = useRef<string | null>(null);
  const source = (): Source | null =>
    image.current === null ? null : { from: 'image', image: image.current };
  const take = (file: File | undefined) => {
    if (file !== undefined) void read(file, reading, image);
  };
  usePasted(take);
  return (
    <ReadingView title={t('addImage')} reading={reading} source={source} field>
      <DropZone onFile={take} busy={reading.task.busy.value} />
      <Problem of={reading.task} />
    </ReadingView>
  );
}

async function read(file: File, reading: Reading, image: { current: string | null }): Promise<void> {
  const refused = refusal(file);
  if (refused !== null) {
    await reading.task.run(async () => refused);
    return;
  }
  image.current = toBase64(new Uint8Array(await file.arrayBuffer()));
  await reading.read({ from: 'image', image: image.current });
}

function refusal(file: File): TextKey | null {
  if (!file.type.startsWith('image/')) return 'imageNotOne';
  return file.size > LARGEST ? 'imageTooBig' : null;
}

/** Wherever in the view it is pasted. */
function usePasted(take: (file: File | undefined) => void): void {
  useEffect(() => {
    const gone = new AbortController();
    const pasted = (event: ClipboardEvent) => take(event.clipboardData?.files[0]);
    document.addEventListener('paste', pasted, { signal: gone.signal });
    return () => gone.abort();
  }, []);
}

interface DropZoneProps {
  readonly onFile: (file: File | undefined) => void;
  readonly busy: boolean;
}

function DropZone({ onFile, busy }: DropZoneProps) {
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const hovered = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    over.value = is;
  };
  const dropped = (event: DragEvent) => {
    hovered(false)(event);
    onFile(event.dataTransfer?.files[0]);
  };
  const chosen = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    onFile(event.currentTarget.files?.[0]);
    // So that the same picture can be chosen again.
    event.currentTarget.value = '';
  };
  return (
    <div
      class={over.value ? 'drop over' : 'drop'}
      onDragOver={hovered(true)}
      onDragLeave={hovered(false)}
      onDrop={dropped}
    >
      <Icon name="image" />
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={t('imageChoose')}
        hidden
        onChange={chosen}
      />
      <button type="button" class="button primary" ref={focused} onClick={() => input.current?.click()}>
        {t('imageChoose')}
      </button>
      <p role="status">{t(busy ? 'imageReading' : 'imageDrop')}</p>
    </div>
  );
}
