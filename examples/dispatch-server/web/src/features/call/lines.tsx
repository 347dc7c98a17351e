import { AudioLines, Play } from "lucide-react";
import type { Utterance } from "@/api/types";
import { formatDuration } from "@/lib/format";

/** Something said; `speaking` while the words may still change. */
export type SpokenLine = Utterance & { speaking?: boolean };

interface Props {
  lines: SpokenLine[];
  live?: boolean;
  seconds?: number | null;
  onSeek?: (seconds: number) => void;
}

/** A conversation: the agent to the left, the driver to the right. */
export function Lines({ lines, live = false, seconds = null, onSeek }: Props) {
  return (
    <ol
      className="space-y-3"
      aria-live={live ? "polite" : undefined}
      aria-relevant="additions"
      data-testid="transcript"
    >
      {lines.map((line, at) => (
        <Line key={at} line={line} current={isCurrent(line, seconds)} onSeek={onSeek} />
      ))}
    </ol>
  );
}

function isCurrent(line: Utterance, seconds: number | null): boolean {
  if (seconds === null || line.start === undefined) return false;
  return seconds >= line.start && seconds < (line.end ?? line.start + 3);
}

interface LineProps {
  line: SpokenLine;
  current: boolean;
  onSeek?: (seconds: number) => void;
}

const SPEAKERS: Record<string, string> = { agent: "Agent", user: "Driver" };

function Line({ line, current, onSeek }: LineProps) {
  const driver = line.role === "user";
  const start = line.start;
  return (
    <li
      data-role={line.role}
      aria-current={current || undefined}
      className={`flex flex-col ${driver ? "items-end" : "items-start"}`}
    >
      <p className="mb-0.5 flex items-center gap-2 px-1 text-xs text-muted">
        <span className="font-medium">{SPEAKERS[line.role] ?? line.role}</span>
        {line.speaking && (
          <AudioLines aria-label="speaking" role="img" className="size-3.5 animate-pulse" />
        )}
        {start !== undefined &&
          (onSeek ? (
            <button
              type="button"
              className="num inline-flex min-h-6 items-center gap-1 rounded px-1 hover:bg-sunken hover:text-ink"
              aria-label={`Play from ${formatDuration(start * 1000)}`}
              onClick={() => onSeek(start)}
            >
              <Play aria-hidden="true" className="size-3" />
              {formatDuration(start * 1000)}
            </button>
          ) : (
            <span className="num">{formatDuration(start * 1000)}</span>
          ))}
      </p>
      <p
        className={`max-w-[88%] rounded-lg px-3 py-2 break-words whitespace-pre-wrap ${
          driver ? "bg-accent-soft" : "bg-sunken"
        } ${current ? "ring-2 ring-accent" : ""}`}
      >
        {line.content}
      </p>
    </li>
  );
}
