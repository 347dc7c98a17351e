import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { api } from "@/api/client";
import { agentsQuery } from "@/api/queries";
import type { Agent, AgentSettings } from "@/api/types";
import { Field } from "@/components/field";
import { Section } from "@/components/section";
import { ReviewDialog } from "./review-dialog";
import { type SettingsForm as Form, settingsSchema, toForm, toSettings } from "./settings-schema";
import { TIME_ZONES } from "./time-zones";

export function SettingsForm({ agent, demo }: { agent: Agent; demo: boolean }) {
  const client = useQueryClient();
  const [review, setReview] = useState<AgentSettings | null>(null);
  const { register, handleSubmit, formState, reset, control } = useForm<Form>({
    resolver: zodResolver(settingsSchema) as never,
    defaultValues: toForm(agent),
    mode: "onTouched",
  });
  const { errors, isDirty } = formState;
  const [company, transfer] = useWatch({ control, name: ["company_name", "transfer_number"] });
  const save = useMutation({
    mutationFn: (settings: AgentSettings) => api.saveAgent(agent.id, settings),
    onSuccess: (saved) => {
      client.setQueryData(agentsQuery.queryKey, (agents) =>
        agents?.map((entry) => (entry.id === saved.id ? saved : entry)),
      );
      setReview(null);
      toast.success("Settings saved", { description: "They hold from the next call on." });
    },
  });

  return (
    <Section title="Settings">
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => void handleSubmit((form) => setReview(toSettings(form)))(event)}
      >
        <Field label="Name" error={errors.name?.message} hint="Only seen here.">
          {(ids) => <input {...ids} {...register("name")} className="field" maxLength={120} />}
        </Field>
        <Field
          label="Company"
          error={errors.company_name?.message}
          hint={`On whose behalf the agent calls; the greeting says “it's ${callerName(company)}”.`}
        >
          {(ids) => (
            <input {...ids} {...register("company_name")} className="field" maxLength={120} />
          )}
        </Field>
        <Field
          label="Time zone"
          error={errors.timezone?.message}
          hint="In which the agent understands and says times."
        >
          {(ids) => (
            <>
              <input {...ids} {...register("timezone")} className="field" list="time-zones" />
              <datalist id="time-zones">
                {TIME_ZONES.map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field
          label="Transfer number"
          optional
          error={errors.transfer_number?.message}
          hint={`Emergencies, and drivers who ask for a person, are put through to it.${transfer.trim() ? "" : whenEmpty(demo)}`}
        >
          {(ids) => (
            <input
              {...ids}
              {...register("transfer_number")}
              type="tel"
              className="field"
              placeholder="+1 312 555 0142"
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field
            label="Silence, in seconds"
            error={errors.reminder_seconds?.message}
            hint="Before the agent speaks again."
          >
            {(ids) => (
              <input
                {...ids}
                {...register("reminder_seconds")}
                type="number"
                min={1}
                max={60}
                className="field num"
              />
            )}
          </Field>
          <Field
            label="Reminders"
            error={errors.reminder_max_count?.message}
            hint="The third ends the call."
          >
            {(ids) => (
              <input
                {...ids}
                {...register("reminder_max_count")}
                type="number"
                min={3}
                max={10}
                className="field num"
              />
            )}
          </Field>
        </div>
        <div className="flex gap-2 pt-1">
          <button type="submit" className="btn btn-primary" disabled={!isDirty}>
            Review changes
          </button>
          {isDirty && (
            <button type="button" className="btn btn-quiet" onClick={() => reset()}>
              Discard
            </button>
          )}
        </div>
      </form>
      {review && (
        <ReviewDialog
          agent={agent}
          settings={review}
          saving={save.isPending}
          error={save.error}
          onSave={() => save.mutate(review)}
          onClose={() => {
            setReview(null);
            save.reset();
          }}
        />
      )}
    </Section>
  );
}

/** As the agent says it: a company with "dispatch" in its name needs no second one. */
function callerName(company: string): string {
  const name = company.trim();
  if (name === "" || name.toLowerCase() === "dispatch") return "dispatch";
  return name.toLowerCase().includes("dispatch") ? name : `dispatch at ${name}`;
}

function whenEmpty(demo: boolean): string {
  return demo
    ? " When empty, the simulator notes a transfer to a number that belongs to nobody."
    : " When empty, DISPATCH_TRANSFER_NUMBER holds; without one, the agent promises a call back.";
}
