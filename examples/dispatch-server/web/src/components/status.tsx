import {
  Check,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  Clock,
  Headset,
  type LucideIcon,
  MapPinCheck,
  PackageOpen,
  PhoneCall,
  PhoneForwarded,
  PhoneMissed,
  Siren,
  Truck,
  Unplug,
  Voicemail,
} from "lucide-react";
import type { CallRow } from "@/api/types";
import { Chip, type Tone } from "./chip";

interface Look {
  tone: Tone;
  icon: LucideIcon;
}

const OUTCOMES: Record<string, Look> = {
  "In-Transit Update": { tone: "ok", icon: Truck },
  "Arrival Confirmation": { tone: "ok", icon: MapPinCheck },
  "Emergency Escalation": { tone: "danger", icon: Siren },
  "Transferred to Human": { tone: "info", icon: Headset },
  "Callback Requested": { tone: "info", icon: PhoneForwarded },
  "Wrong Contact": { tone: "warn", icon: CircleSlash },
  Voicemail: { tone: "neutral", icon: Voicemail },
  "No Response": { tone: "warn", icon: PhoneMissed },
  "Uncooperative Driver": { tone: "warn", icon: CircleSlash },
  "Poor Connection": { tone: "warn", icon: Unplug },
  Incomplete: { tone: "warn", icon: CircleDashed },
};

const DRIVER: Record<string, Look> = {
  Driving: { tone: "info", icon: Truck },
  Delayed: { tone: "warn", icon: Clock },
  Arrived: { tone: "ok", icon: MapPinCheck },
  Unloading: { tone: "ok", icon: PackageOpen },
  Unknown: { tone: "neutral", icon: CircleHelp },
};

type StateOf = Pick<CallRow, "live" | "status" | "call_outcome" | "disconnection_reason">;

/** Calls that never became a conversation, by Retell's word for it. */
const NOT_HELD: Record<string, { label: string; tone: Tone }> = {
  dial_no_answer: { label: "No answer", tone: "warn" },
  dial_busy: { label: "Busy", tone: "warn" },
  user_declined: { label: "Declined", tone: "warn" },
  dial_failed: { label: "Not placed", tone: "danger" },
  invalid_destination: { label: "Not placed", tone: "danger" },
  error_user_not_joined: { label: "Not joined", tone: "warn" },
};

/** How a call failed; null when it did not, or has not ended. */
export function failureOf(row: StateOf): { label: string; tone: Tone } | null {
  if (row.live || row.status !== "ended") return null;
  const reason = row.disconnection_reason ?? "";
  if (NOT_HELD[reason]) return NOT_HELD[reason];
  // A call may break after its facts were heard; those are then its result.
  if (reason.startsWith("error") || row.call_outcome === null) {
    return { label: row.call_outcome ?? "Failed", tone: "danger" };
  }
  return null;
}

/** Where the call stands, or how it went. */
export function OutcomeChip({ row }: { row: StateOf }) {
  if (row.live) {
    return (
      <Chip tone="info" icon={PhoneCall}>
        On the call
      </Chip>
    );
  }
  const failure = failureOf(row);
  if (failure) {
    return (
      <Chip tone={failure.tone} icon={PhoneMissed} title={row.disconnection_reason ?? undefined}>
        {failure.label}
      </Chip>
    );
  }
  if (row.call_outcome) {
    const look = OUTCOMES[row.call_outcome] ?? { tone: "neutral", icon: Check };
    return <Chip {...look}>{row.call_outcome}</Chip>;
  }
  return (
    <Chip tone="neutral" icon={CircleDashed}>
      {row.status === "initiated" ? "Starting" : "Connecting"}
    </Chip>
  );
}

export function DriverChip({ status }: { status: string | null }) {
  // Not known is an absence, not a state to be pointed out.
  if (!status || status === "Unknown") return <span className="text-muted">—</span>;
  const look = DRIVER[status] ?? { tone: "neutral", icon: CircleHelp };
  return <Chip {...look}>{status}</Chip>;
}
