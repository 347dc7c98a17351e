import { MessageSquareText } from "lucide-react";
import type { CallDetail, Utterance } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Section } from "@/components/section";
import { useLiveCall } from "@/live/context";
import type { LiveTurn } from "@/live/call-store";
import { Lines, type SpokenLine } from "./lines";

/** The record once the call is over; while it is on, the record with the live turns in their places. */
export function mergeTranscript(
  record: Utterance[],
  live: LiveTurn[],
  ended: boolean,
): SpokenLine[] {
  if (ended && record.length > 0) return record;
  const merged: (SpokenLine | undefined)[] = [...record];
  for (const { seq, role, content, final } of live) {
    merged[seq] = { role, content, speaking: !ended && !final };
  }
  return merged.filter((line) => line !== undefined);
}

interface Props {
  call: CallDetail;
  /** Where the recording is; null while it does not play. */
  seconds: number | null;
  onSeek?: (seconds: number) => void;
}

export function Transcript({ call, seconds, onSeek }: Props) {
  const live = useLiveCall(call.id);
  const ended = call.status === "ended";
  const lines = mergeTranscript(call.transcript, live.turns, ended);
  return (
    <Section
      title="Conversation"
      aside={
        onSeek && lines.length > 0 ? (
          <span className="text-xs text-muted">Press a time to play from there</span>
        ) : undefined
      }
    >
      {lines.length === 0 ? (
        <EmptyState
          icon={MessageSquareText}
          heading="h3"
          title={ended ? "Nothing was said" : "Waiting for the first words"}
          text={
            ended ? "The call ended before anybody spoke." : "They appear here as they are spoken."
          }
        />
      ) : (
        <Lines lines={lines} live={!ended} seconds={seconds} onSeek={onSeek} />
      )}
    </Section>
  );
}
