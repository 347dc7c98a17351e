import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState, useSyncExternalStore } from "react";
import { api } from "@/api/client";
import { infoQuery } from "@/api/queries";
import { Page } from "@/components/page";
import { Problem } from "@/components/problem";
import { PageSkeleton } from "@/components/skeleton";
import { CallFormPanel } from "./call-form";
import { CallPanel } from "./call-panel";
import { type CallForm, toRequest } from "./form-schema";
import { IdlePanel } from "./idle-panel";
import { Submission } from "./submission";
import { transportFor, WebCall } from "./web-call";

export function TriggerPage() {
  const info = useQuery(infoQuery);
  const [submission] = useState(() => new Submission());
  const { activeCall } = useRouter().options.context;
  const active = useSyncExternalStore(activeCall.subscribe, activeCall.get);

  const start = useMutation({
    mutationFn: async (form: CallForm) => {
      const request = toRequest(form, info.data?.mode === "demo");
      const started = await api.startCall(request, submission.keyFor(request));
      submission.done();
      const web = new WebCall(transportFor(info.data, started, form.call_type, form.persona));
      // A token lives thirty seconds: join now, not when the panel has been drawn.
      void web.join();
      const { call_id: callId, access_token: token } = started.retell;
      return {
        id: started.id,
        driver: request.driver_name,
        load: request.load_number,
        web,
        typed: web.canSay && token ? { callId, token } : undefined,
      };
    },
    onSuccess: (call) => activeCall.set(call),
  });

  return (
    <Page
      title="Start a call"
      intro="The agent calls the driver and asks for the check-call facts."
    >
      {info.isPending ? (
        <PageSkeleton />
      ) : info.isError ? (
        <Problem error={info.error} onRetry={() => void info.refetch()} />
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]">
          <CallFormPanel
            info={info.data}
            pending={start.isPending}
            error={start.error}
            onSubmit={(form) => start.mutate(form)}
          />
          {active ? (
            <CallPanel key={active.id} {...active} />
          ) : (
            <IdlePanel demo={info.data.mode === "demo"} />
          )}
        </div>
      )}
    </Page>
  );
}
