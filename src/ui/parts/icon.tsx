/** Drawn for Countersign on a grid of 20, as strokes in the colour of the text around them. */
const paths = {
  add: 'M10 4v12M4 10h12',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  backup: 'M4 12.5v4h12v-4M10 3.5v9M6.5 9l3.5 3.5L13.5 9',
  check: 'm4.5 10.5 3.8 3.8 7.2-8.6',
  close: 'm5 5 10 10M15 5 5 15',
  hand: 'M3 6h14v8.5H3zM6 9h.01M9 9h.01M12 9h.01M14.5 9h.01M6.5 11.8h7',
  image: 'M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2.5-2.5 4 4M12.5 7.5h.01',
  key: 'M12.5 3.8a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4ZM9.8 10.2 4 16M5.5 14.5l2 2M13.2 6.9h.01',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2L10 5.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1.1-1.1',
  list: 'M3.8 5.5h.01M7 5.5h9.5M3.8 10h.01M7 10h9.5M3.8 14.5h.01M7 14.5h9.5',
  lock: 'M5 9.5h10v7H5zM7 9.5V7a3 3 0 0 1 6 0v2.5',
  more: 'M10 4.8h.01M10 10h.01M10 15.2h.01',
  open: 'M8.5 5H4.5v10.5H15v-4M11.5 4H16v4.5M16 4l-6.5 6.5',
  page: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2h-2zM16.5 11.5v5h-2.5',
  search: 'M8.8 3.8a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM12.5 12.5l3.8 3.8',
  settings: 'M3.5 6.5h7M14.5 6.5h2M12.5 4.5v4M3.5 13.5h2M9.5 13.5h7M7.5 11.5v4',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.6 9v4M11.4 9v4',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3h.01',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the words beside it, or the button's label, say what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark: a C, whose gap a tick goes out through. The source of the icons is `src/icons/icon.svg`. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false">
      <path class="mark-ring" d="M47.5 46.5A21 21 0 1 1 43.6 14.5" />
      <path class="mark-tick" d="m22.5 31.5 9.5 10L54 16.5" />
    </svg>
  );
}
