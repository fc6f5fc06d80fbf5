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

/** What crosses to the background as one message, in bytes; a screenshot of a large screen has less than a half. */
const LARGEST = 32 * 1024 * 1024;

/** From pictures: chosen, dropped or pasted, one or several at once. */
export function AddImage() {
  const reading = useReading();
  const images = useRef<readonly string[]>([]);
  const source = (): Source | null =>
    images.current.length === 0 ? null : { from: 'images', images: images.current };
  const take = (files: Iterable<File> | undefined) => {
    const given = [...(files ?? [])];
    if (given.length > 0) void read(given, reading, images);
  };
  usePasted(take);
  return (
    <ReadingView title={t('addImage')} reading={reading} source={source} field>
      <DropZone onFiles={take} busy={reading.task.busy.value} />
      <Problem of={reading.task} />
    </ReadingView>
  );
}

async function read(
  files: readonly File[],
  reading: Reading,
  images: { current: readonly string[] },
): Promise<void> {
  const refused = refusal(files);
  if (refused !== null) {
    await reading.task.run(async () => refused);
    return;
  }
  const read = await Promise.all(files.map((file) => file.arrayBuffer()));
  images.current = read.map((bytes) => toBase64(new Uint8Array(bytes)));
  await reading.read({ from: 'images', images: images.current });
}

function refusal(files: readonly File[]): TextKey | null {
  const several = files.length > 1;
  if (!files.every(({ type }) => type.startsWith('image/'))) return several ? 'imagesNotAll' : 'imageNotOne';
  if (files.reduce((sum, { size }) => sum + size, 0) <= LARGEST) return null;
  return several ? 'imagesTooBig' : 'imageTooBig';
}

/** Wherever in the view it is pasted. */
function usePasted(take: (files: FileList | undefined) => void): void {
  useEffect(() => {
    const gone = new AbortController();
    const pasted = (event: ClipboardEvent) => take(event.clipboardData?.files);
    document.addEventListener('paste', pasted, { signal: gone.signal });
    return () => gone.abort();
  }, []);
}

interface DropZoneProps {
  readonly onFiles: (files: FileList | undefined) => void;
  readonly busy: boolean;
}

function DropZone({ onFiles, busy }: DropZoneProps) {
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const hovered = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    over.value = is;
  };
  const dropped = (event: DragEvent) => {
    hovered(false)(event);
    onFiles(event.dataTransfer?.files);
  };
  const chosen = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    onFiles(event.currentTarget.files ?? undefined);
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
        multiple
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
