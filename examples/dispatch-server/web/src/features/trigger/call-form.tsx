import { zodResolver } from "@hookform/resolvers/zod";
import { LoaderCircle, PhoneOutgoing } from "lucide-react";
import { useEffect } from "react";
import { type FieldPath, useForm } from "react-hook-form";
import { ApiProblem } from "@/api/problem";
import type { Info } from "@/api/types";
import { Field } from "@/components/field";
import { Problem } from "@/components/problem";
import { Section } from "@/components/section";
import { type CallForm, FORM_DEFAULTS, formSchema } from "./form-schema";
import { PersonaField } from "./persona-field";
import { TypeField } from "./type-field";
import { VariableRows } from "./variable-rows";

interface Props {
  info: Info;
  pending: boolean;
  error: Error | null;
  onSubmit: (form: CallForm) => void;
}

const DEMO_NUMBER = "+1 312 555 0100";
const NAMED = ["driver_name", "load_number", "driver_phone", "from_number", "call_type"];

/** The form's field of a JSON pointer, when it has one. */
export function fieldOf(pointer: string, form: CallForm): FieldPath<CallForm> | null {
  const [name, key] = pointer.replace(/^#?\//, "").split("/");
  if (name && NAMED.includes(name)) return name as FieldPath<CallForm>;
  if (name === "variables" && key) {
    const at = form.variables.findIndex((row) => row.key.trim() === key);
    if (at >= 0) return `variables.${at}.value`;
  }
  return null;
}

export function CallFormPanel({ info, pending, error, onSubmit }: Props) {
  const demo = info.mode === "demo";
  const form = useForm<CallForm>({
    resolver: zodResolver(formSchema),
    // Nothing is dialled in demo mode, but a phone call comes from some number.
    defaultValues: { ...FORM_DEFAULTS, from_number: demo ? DEMO_NUMBER : "" },
    mode: "onTouched",
  });
  const { register, handleSubmit, setError, getValues, watch, formState } = form;
  const { errors } = formState;
  const phone = watch("call_type") === "phone";

  useEffect(() => {
    if (!(error instanceof ApiProblem)) return;
    for (const { pointer, detail } of error.errors) {
      const field = fieldOf(pointer, getValues());
      if (field) setError(field, { message: detail });
    }
  }, [error, setError, getValues]);

  return (
    <Section title="Who and what">
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => void handleSubmit(onSubmit)(event)}
      >
        <TypeField form={form} />
        <Field label="Driver's name" error={errors.driver_name?.message}>
          {(ids) => (
            <input
              {...ids}
              {...register("driver_name")}
              className="field"
              autoComplete="off"
              maxLength={120}
              required
            />
          )}
        </Field>
        <Field label="Load number" error={errors.load_number?.message}>
          {(ids) => (
            <input
              {...ids}
              {...register("load_number")}
              className="field"
              autoComplete="off"
              maxLength={64}
              required
            />
          )}
        </Field>
        <Field
          label="Driver's phone"
          optional={!phone}
          error={errors.driver_phone?.message}
          hint={phone ? undefined : "Kept with the driver; not dialled for a web call."}
        >
          {(ids) => (
            <input
              {...ids}
              {...register("driver_phone")}
              type="tel"
              className="field"
              placeholder="+1 312 555 0142"
              autoComplete="off"
              required={phone}
            />
          )}
        </Field>
        {phone && (
          <Field
            label="Call from"
            optional
            error={errors.from_number?.message}
            hint="The configured number when left empty."
          >
            {(ids) => (
              <input
                {...ids}
                {...register("from_number")}
                type="tel"
                className="field"
                placeholder="+1 312 555 0100"
                autoComplete="off"
              />
            )}
          </Field>
        )}
        {demo && <PersonaField form={form} personas={info.sim?.personas ?? []} phone={phone} />}
        <VariableRows form={form} />
        {error && <Problem error={error} />}
        <button type="submit" className="btn btn-primary w-full" disabled={pending}>
          {pending ? (
            <LoaderCircle aria-hidden="true" className="size-4 animate-spin" />
          ) : (
            <PhoneOutgoing aria-hidden="true" className="size-4" />
          )}
          {pending ? "Starting" : "Start the call"}
        </button>
      </form>
    </Section>
  );
}
