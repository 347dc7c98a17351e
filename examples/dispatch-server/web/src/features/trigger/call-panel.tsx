import { useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { ApiProblem } from "@/api/problem";
import { callQuery } from "@/api/queries";
import { Problem } from "@/components/problem";
import { OutcomeChip } from "@/components/status";
import { Elapsed } from "@/components/time";
import { nextStep } from "@/features/call/next-step";
import { Lines } from "@/features/call/lines";
import { mergeTranscript } from "@/features/call/transcript";
import { formatPhase, sentence } from "@/lib/format";
import { useLiveCallOf, useLiveState } from "@/live/context";
import { EndCall } from "./end-call";
import { JoinNotice } from "./join-notice";
import { SayBox } from "./say-box";
import { Slots } from "./slots";
import type { WebCall } from "./web-call";

interface Props {
  id: string;
  driver: string;
  load: string;
  web: WebCall;
}

/** The call while it is on, and how it ended. */
export function CallPanel({ id, driver, load, web }: Props) {
  const join = useSyncExternalStore(web.subscribe, web.state);
  const streaming = useLiveState() === "live";
  const detail = useQuery({
    ...callQuery(id),
    refetchInterval: ({ state }) =>
      state.data?.status === "ended" && state.data.structured_payload
        ? false
        : streaming
          ? 5_000
          : 2_000,
  });
  const call = detail.data;
  const live = useLiveCallOf(id, call);
  const ended = call?.status === "ended";
  const { activeCall } = useRouter().options.context;
  const gone = ended || (detail.error instanceof ApiProblem && detail.error.status === 404);
  useEffect(() => {
    if (gone) activeCall.over(id);
  }, [gone, activeCall, id]);
  const panel = useRef<HTMLElement>(null);
  // On a narrow screen the form may fill the view; the call is what matters now.
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    void panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const lines = mergeTranscript(call?.transcript ?? [], live.turns, ended);

  return (
    <section
      ref={panel}
      aria-labelledby="call-heading"
      className="card min-w-0 scroll-mt-16 overflow-hidden max-lg:order-first"
    >
      <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <h2 id="call-heading" className="truncate font-semibold">
            {driver}
          </h2>
          <p className="text-xs text-muted">
            Load {load}
            {live.phase && !ended && ` · ${formatPhase(live.phase)}`}
          </p>
        </div>
        {call && <OutcomeChip row={call} />}
        {!ended && call?.started_at && <Elapsed since={call.started_at} />}
        {!ended && <EndCall id={id} web={web} />}
      </header>
      <div className="grid xl:grid-cols-[minmax(0,1.4fr)_minmax(260px,1fr)]">
        <div className="flex min-w-0 flex-col border-line xl:border-r">
          <div className="space-y-3 p-4">
            {!ended && <JoinNotice join={join} lines={lines.length} />}
            {detail.isError && !call && (
              <Problem error={detail.error} onRetry={() => void detail.refetch()} />
            )}
            <Scroller count={lines.length} last={lines.at(-1)?.content ?? ""}>
              <Lines lines={lines} live={!ended} />
            </Scroller>
            {ended && call && (
              <div role="status" className="rounded-md border border-line bg-sunken px-3 py-2.5">
                <p className="font-medium">
                  {call.end_reason?.sentence ?? sentence(call.failure ?? "the call is over.")}
                </p>
                {nextStep(call) && <p className="text-muted">{nextStep(call)}</p>}
                <Link to="/calls/$id" params={{ id }} className="btn mt-2">
                  Open the finished call <ArrowRight aria-hidden="true" className="size-4" />
                </Link>
              </div>
            )}
          </div>
          {!ended && web.canSay && join.step !== "failed" && (
            <SayBox web={web} ready={join.step === "joined"} />
          )}
        </div>
        <Slots slots={live.slots} ended={ended} />
      </div>
    </section>
  );
}

/** Keeps the newest line in sight, unless the reader has scrolled up to read. */
function Scroller({ count, last, children }: { count: number; last: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  useEffect(() => {
    if (pinned.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count, last]);
  if (count === 0) return null;
  return (
    <div
      ref={box}
      role="region"
      aria-label="Conversation"
      // Scrolls, so the keyboard must reach it.
      tabIndex={0}
      className="max-h-[52dvh] overflow-y-auto pr-1"
      onScroll={({ currentTarget: element }) => {
        pinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
      }}
    >
      {children}
    </div>
  );
}
