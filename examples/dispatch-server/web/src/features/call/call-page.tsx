import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useRef } from "react";
import { recordingUrl } from "@/api/client";
import { callQuery } from "@/api/queries";
import type { CallDetail } from "@/api/types";
import { Page } from "@/components/page";
import { Problem } from "@/components/problem";
import { Section } from "@/components/section";
import { PageSkeleton } from "@/components/skeleton";
import { OutcomeChip } from "@/components/status";
import { compact } from "@/features/conversations/search";
import { useLiveCallOf, useLiveState } from "@/live/context";
import { Conflicts } from "./conflicts";
import { EndNotice } from "./end-notice";
import { Facts } from "./facts";
import { HangUp } from "./hang-up";
import { Neighbours } from "./neighbours";
import { PayloadPanel } from "./payload-panel";
import { Player, usePlayback } from "./player";
import { SlotList } from "./slot-list";
import { Transcript } from "./transcript";
import { TurnLatency } from "./turn-latency";

const route = getRouteApi("/calls/$id");

export function CallPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const live = useLiveState() === "live";
  const query = useQuery({
    ...callQuery(id),
    // A call that is on changes all the time; a finished one only when somebody says so.
    refetchInterval: ({ state }) =>
      state.data && state.data.status !== "ended" ? (live ? 5_000 : 3_000) : live ? false : 10_000,
  });
  const call = query.data;

  return (
    <Page
      title={call ? call.driver_name || "Unknown driver" : "Call"}
      tabTitle={call ? `${call.driver_name || "Call"}, load ${call.load_number}` : "Call"}
      intro={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to="/conversations"
            search={compact(search)}
            className="link inline-flex items-center gap-1"
          >
            <ArrowLeft aria-hidden="true" className="size-3.5" /> Conversations
          </Link>
          {call && (
            <>
              <span>
                Load <span className="font-mono text-ink">{call.load_number || "—"}</span>
              </span>
              <OutcomeChip row={call} />
            </>
          )}
        </span>
      }
      actions={
        <>
          {call?.live && <HangUp id={call.id} />}
          <Neighbours id={call?.id ?? id} search={search} />
        </>
      }
    >
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError && !call ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : call ? (
        // A new call is a new page: no playback or tab is carried over.
        <CallBody key={call.id} call={call} />
      ) : null}
    </Page>
  );
}

function CallBody({ call }: { call: CallDetail }) {
  const audio = useRef<HTMLAudioElement>(null);
  const playback = usePlayback(audio);
  const live = useLiveCallOf(call.id, call);
  const ended = call.status === "ended";
  return (
    <>
      <EndNotice call={call} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 xl:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="min-w-0 space-y-5 max-xl:contents">
          {call.has_recording && (
            <Player ref={audio} src={recordingUrl(call.id)} playback={playback} />
          )}
          <Transcript
            call={call}
            seconds={playback.playing ? playback.seconds : null}
            onSeek={call.has_recording ? playback.seek : undefined}
          />
          <div className="min-w-0 max-xl:order-last">
            <TurnLatency turns={call.turns} />
          </div>
        </div>
        <div className="min-w-0 space-y-5">
          <Facts call={call} />
          {!ended && live.slots.length > 0 && (
            <Section title="Understood so far" flush>
              <SlotList slots={live.slots} />
            </Section>
          )}
          <PayloadPanel call={call} />
          <Conflicts conflicts={call.conflicts} />
        </div>
      </div>
    </>
  );
}
