import { type ReactNode, useId } from "react";

interface FieldIds {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

interface Props {
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  children: (ids: FieldIds) => ReactNode;
}

/** Label, control, hint and error, tied together for everyone. */
export function Field({ label, hint, error, optional = false, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-1 flex items-baseline gap-2 font-medium">
        {label}
        {optional && <span className="text-xs font-normal text-muted">optional</span>}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": Boolean(error),
      })}
      {hint && (
        <p id={hintId} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="mt-1 text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
