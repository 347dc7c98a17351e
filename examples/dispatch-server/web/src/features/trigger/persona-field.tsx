import type { UseFormReturn } from "react-hook-form";
import type { Persona } from "@/api/types";
import { Field } from "@/components/field";
import { type CallForm, HUMAN } from "./form-schema";

interface Props {
  form: UseFormReturn<CallForm>;
  personas: Persona[];
  phone: boolean;
}

/** Who answers in demo mode: the reader, or one of the simulator's drivers. */
export function PersonaField({ form, personas, phone }: Props) {
  const { register, watch } = form;
  const chosen = watch("persona");
  const drivers = personas.filter((persona) => persona.id !== HUMAN);
  const hint =
    chosen === HUMAN
      ? "You type what the driver says and see what the agent makes of it."
      : (drivers.find((persona) => persona.id === chosen)?.description ??
        "The simulator picks one of its drivers.");
  return (
    <Field label="Who answers" hint={hint}>
      {(ids) => (
        <select {...ids} {...register("persona")} className="field">
          {!phone && <option value={HUMAN}>Play the driver yourself</option>}
          <option value="">Any simulated driver</option>
          <optgroup label="Simulated drivers">
            {drivers.map((persona) => (
              <option key={persona.id} value={persona.id}>
                {persona.name}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
