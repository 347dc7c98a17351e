import { ArrowRight } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Agent, AgentSettings } from "@/api/types";
import { Problem } from "@/components/problem";
import { changesOf, LABELS } from "./settings-schema";

interface Props {
  agent: Agent;
  settings: AgentSettings;
  saving: boolean;
  error: Error | null;
  onSave: () => void;
  onClose: () => void;
}

/** Before and after, before anything is saved. */
export function ReviewDialog({ agent, settings, saving, error, onSave, onClose }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  const changes = changesOf(agent, settings);
  return (
    <dialog
      ref={ref}
      aria-labelledby="review-title"
      onClose={onClose}
      className="card m-auto w-[min(560px,calc(100vw-32px))] space-y-4 p-5 text-ink backdrop:bg-black/40"
    >
      <h2 id="review-title" className="text-base font-semibold">
        {changes.length === 0 ? "Nothing has changed" : "Save these changes?"}
      </h2>
      {changes.length > 0 && (
        <dl className="divide-y divide-line rounded-md border border-line">
          {changes.map((change) => (
            <div key={change.field} className="grid gap-1 px-3 py-2 sm:grid-cols-[10rem_1fr]">
              <dt className="text-muted">{LABELS[change.field]}</dt>
              <dd className="flex flex-wrap items-center gap-2">
                <del className="text-danger">{change.from}</del>
                <ArrowRight role="img" aria-label="becomes" className="size-3.5 text-muted" />
                <ins className="font-medium text-ok no-underline">{change.to}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-muted">Calls that are on keep their settings.</p>
      {error && <Problem error={error} />}
      <div className="flex justify-end gap-2">
        <button type="button" className="btn" onClick={() => ref.current?.close()}>
          {changes.length === 0 ? "Close" : "Go back"}
        </button>
        {changes.length > 0 && (
          <button type="button" className="btn btn-primary" disabled={saving} onClick={onSave}>
            {saving ? "Saving" : "Save"}
          </button>
        )}
      </div>
    </dialog>
  );
}
