import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import type { CallForm } from "./form-schema";

const SUGGESTIONS: Record<string, string> = {
  origin: "Joliet, IL",
  destination: "Des Moines, IA",
  appointment_time: "4:30 PM",
  gps_location: "I-80 near Davenport, IA",
  customer: "Prairie Foods",
};

/** Names and values the agent knows before it calls. */
export function VariableRows({ form }: { form: UseFormReturn<CallForm> }) {
  const { control, register, formState, watch } = form;
  const { fields, append, remove } = useFieldArray({ control, name: "variables" });
  const names = useId();
  const rows = watch("variables");
  const errors = formState.errors.variables;
  const next = Object.keys(SUGGESTIONS).find((name) => !rows.some((row) => row.key === name));

  return (
    <fieldset>
      <legend className="mb-1 flex items-baseline gap-2 font-medium">
        What the agent knows <span className="text-xs font-normal text-muted">optional</span>
      </legend>
      <datalist id={names}>
        {Object.keys(SUGGESTIONS).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className="space-y-2">
        {fields.map((field, at) => {
          const error = errors?.[at]?.key?.message ?? errors?.[at]?.value?.message;
          const errorId = `${names}-${at}`;
          const key = rows[at]?.key ?? "";
          return (
            <li key={field.id}>
              <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_34px] gap-2">
                <input
                  {...register(`variables.${at}.key`)}
                  aria-label={`Name of variable ${at + 1}`}
                  aria-invalid={Boolean(errors?.[at]?.key)}
                  aria-describedby={error ? errorId : undefined}
                  className="field font-mono text-xs"
                  list={names}
                  maxLength={64}
                  autoComplete="off"
                  placeholder="name"
                />
                <input
                  {...register(`variables.${at}.value`)}
                  aria-label={key ? `Value of ${key}` : `Value of variable ${at + 1}`}
                  aria-invalid={Boolean(errors?.[at]?.value)}
                  aria-describedby={error ? errorId : undefined}
                  className="field"
                  maxLength={1000}
                  autoComplete="off"
                  placeholder={SUGGESTIONS[key] ?? "value"}
                />
                <button
                  type="button"
                  className="btn btn-quiet btn-icon"
                  aria-label={`Remove ${key || `variable ${at + 1}`}`}
                  onClick={() => remove(at)}
                >
                  <Trash2 aria-hidden="true" className="size-4" />
                </button>
              </div>
              {error && (
                <p id={errorId} className="mt-1 text-xs font-medium text-danger">
                  {error}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="btn btn-quiet mt-1 -ml-2"
        disabled={fields.length >= 49}
        onClick={() => append({ key: next ?? "", value: "" })}
      >
        <Plus aria-hidden="true" className="size-4" /> Add a variable
      </button>
    </fieldset>
  );
}
