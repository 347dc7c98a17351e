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

/** Ended without any result: the call never happened or broke. */
export function hasFailed(row: StateOf): boolean {
  if (row.live || row.status !== "ended") return false;
  const reason = row.disconnection_reason ?? "";
  return (
    row.call_outcome === null ||
    reason.startsWith("error") ||
    ["dial_failed", "dial_busy", "dial_no_answer", "invalid_destination"].includes(reason)
  );
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
  if (row.call_outcome) {
    const look = OUTCOMES[row.call_outcome] ?? { tone: "neutral", icon: Check };
    return <Chip {...look}>{row.call_outcome}</Chip>;
  }
  if (row.status === "ended") {
    return hasFailed(row) && row.disconnection_reason ? (
      <Chip tone="danger" icon={PhoneMissed} title={row.disconnection_reason}>
        Failed
      </Chip>
    ) : (
      <Chip tone="neutral" icon={CircleDashed}>
        No result
      </Chip>
    );
  }
  return (
    <Chip tone="neutral" icon={CircleDashed}>
      {row.status === "initiated" ? "Starting" : "Connecting"}
    </Chip>
  );
}

export function DriverChip({ status }: { status: string | null }) {
  if (!status) return <span className="text-muted">—</span>;
  const look = DRIVER[status] ?? { tone: "neutral", icon: CircleHelp };
  return <Chip {...look}>{status}</Chip>;
}
