import { Globe, Phone } from "lucide-react";
import type { UseFormReturn } from "react-hook-form";
import { type CallForm, HUMAN } from "./form-schema";

const TYPES = [
  { value: "web", label: "Web", icon: Globe },
  { value: "phone", label: "Phone", icon: Phone },
] as const;

export function TypeField({ form }: { form: UseFormReturn<CallForm> }) {
  const { register, setValue, getValues } = form;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Call by</legend>
      <div className="grid grid-cols-2 gap-1 rounded-md border border-line bg-sunken p-1">
        {TYPES.map(({ value, label, icon: Icon }) => (
          <label
            key={value}
            className="flex h-8 cursor-pointer items-center justify-center gap-2 rounded font-medium text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              value={value}
              className="sr-only"
              {...register("call_type", {
                onChange: () => {
                  // Typing the driver's lines needs the browser's side of a web call.
                  if (value === "phone" && getValues("persona") === HUMAN) {
                    setValue("persona", "");
                  }
                },
              })}
            />
            <Icon aria-hidden="true" className="size-4" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
