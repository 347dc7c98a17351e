/** Text for values. Every function answers an em dash for what is not known. */
const NONE = "—";

const dateTime = new Intl.DateTimeFormat(undefined, {
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});
const fullDateTime = new Intl.DateTimeFormat(undefined, {
  dateStyle: "full",
  timeStyle: "long",
});
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "narrow" });
const integer = new Intl.NumberFormat();

function parse(iso: string | null | undefined): Date | null {
  if (!iso) return null;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
}

export function formatDateTime(iso: string | null | undefined): string {
  const date = parse(iso);
  return date ? dateTime.format(date) : NONE;
}

export function formatFullDateTime(iso: string | null | undefined): string {
  const date = parse(iso);
  return date ? fullDateTime.format(date) : NONE;
}

export function formatAgo(iso: string | null | undefined, now = Date.now()): string {
  const date = parse(iso);
  if (!date) return NONE;
  const seconds = Math.round((date.getTime() - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 10) return "just now";
  if (size < 60) return relative.format(seconds, "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
  return relative.format(Math.round(seconds / 86_400), "day");
}

/** `75_000` is `1:15`; an hour and more is `1:02:03`. */
export function formatDuration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms) || ms < 0) return NONE;
  const total = Math.round(ms / 1000);
  const seconds = String(total % 60).padStart(2, "0");
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}`
    : `${minutes}:${seconds}`;
}

/** Milliseconds as a person reads a latency: `0.4 ms`, `85 ms`, `1.24 s`. */
export function formatLatency(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return NONE;
  if (ms < 10) return `${Number(ms.toFixed(1))} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(2)} s`;
}

export function formatMinutes(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined || !Number.isFinite(minutes)) return NONE;
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`;
}

/** The server writes as a log does, in lower case; a page speaks in sentences. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence as a headline: without its full stop, unless there are several. */
export function headline(text: string): string {
  return /[.!?]\s/.test(text) ? text : text.replace(/\.$/, "");
}

export function formatCount(value: number): string {
  return integer.format(value);
}

/** `delay_reason` is `Delay reason`, `gps` is `GPS`. */
export function humanize(key: string): string {
  const words = key.replace(/[._]+/g, " ").trim();
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return sentence.replace(/\b(pod|eta|gps|hos|id|url|api)\b/gi, (word) => word.toUpperCase());
}

/** Where the dialogue stands. The agent is done before the line is closed. */
export function formatPhase(phase: string): string {
  return phase === "done" ? "Saying goodbye" : humanize(phase);
}

/** Any JSON value as one line of text. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined || value === "") return NONE;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? NONE : value.map(formatValue).join(", ");
  if (typeof value === "object") {
    const parts = value as Record<string, unknown>;
    // A structured place or time carries its own words.
    if (typeof parts.text === "string" && parts.text !== "") return parts.text;
    return Object.entries(parts)
      .filter(([, part]) => part !== null && part !== undefined && part !== "")
      .map(([name, part]) => `${humanize(name).toLowerCase()} ${formatValue(part)}`)
      .join(", ");
  }
  return String(value);
}

const wallClock = new Intl.DateTimeFormat(undefined, {
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
});

/** A moment as the clock beside the dispatcher's desk shows it: the offset of the value itself counts. */
function formatWallClock(iso: string): string {
  const date = parse(`${iso.slice(0, 19)}Z`);
  return date ? wallClock.format(date) : iso;
}

/** A value of the structured result in words; its key says what it is. */
export function formatPayload(key: string, value: unknown): string {
  if (typeof value === "number" && key.endsWith("_minutes")) return formatMinutes(value);
  if (typeof value !== "string") return formatValue(value);
  if (value === "true") return "Yes";
  if (value === "false") return "No";
  if (key.endsWith("_at") && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) {
    return formatWallClock(value);
  }
  return key === "location.text" ? value : formatPlace(value);
}

/** A place as a person writes it: `receiver` is `Receiver`; not said is an em dash. */
export function formatPlace(place: string | null | undefined): string {
  if (!place || place === "N/A") return NONE;
  return place.charAt(0).toUpperCase() + place.slice(1);
}

/** `+13125550142` is `+1 312 555 0142`; other countries are left as they are. */
export function formatPhone(phone: string | null | undefined): string {
  if (!phone) return NONE;
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return match ? `+1 ${match[1]} ${match[2]} ${match[3]}` : phone;
}
