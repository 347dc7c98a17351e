import { Info, TriangleAlert } from "lucide-react";
import type { CallDetail } from "@/api/types";
import { failureOf } from "@/components/status";
import { sentence } from "@/lib/format";
import { isEmergency, nextStep } from "./next-step";

/** Why the call ended, in words, and what to do now. */
export function EndNotice({ call }: { call: CallDetail }) {
  const { end_reason: reason, failure } = call;
  if (!reason && !failure) return null;
  const failed = failureOf(call);
  const bad = failure !== null || failed !== null;
  const emergency = isEmergency(call) && !call.live;
  const grave = failure !== null || failed?.tone === "danger" || emergency;
  const step = nextStep(call);
  const Icon = bad || emergency ? TriangleAlert : Info;
  return (
    <div
      role={bad ? "alert" : undefined}
      className={`flex gap-3 rounded-lg border px-4 py-3 ${
        grave
          ? "border-danger bg-danger-soft"
          : bad
            ? "border-warn bg-warn-soft"
            : "border-line bg-surface"
      }`}
    >
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4.5 shrink-0 ${grave ? "text-danger" : bad ? "text-warn" : "text-muted"}`}
      />
      <div className="min-w-0">
        {failure && <p className="font-medium break-words">{sentence(failure)}</p>}
        {reason && (
          <p>
            <span className="font-medium">{reason.sentence}</span>{" "}
            {step && <span className={emergency ? "font-medium" : "text-muted"}>{step}</span>}
          </p>
        )}
      </div>
    </div>
  );
}
