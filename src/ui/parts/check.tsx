import type { ComponentChildren } from 'preact';

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What it does, in a few words. */
  readonly label: string;
  /** What else there is to know of it. */
  readonly children?: ComponentChildren;
}

/** A box to tick. */
export function Check({ checked, onChange, label, children }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        autocomplete="off"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {children !== undefined && <small>{children}</small>}
      </span>
    </label>
  );
}
