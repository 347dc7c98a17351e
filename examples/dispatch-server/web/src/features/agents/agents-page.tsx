import { useQuery } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import { useState } from "react";
import { agentsQuery, infoQuery } from "@/api/queries";
import { EmptyState } from "@/components/empty-state";
import { Page } from "@/components/page";
import { Problem } from "@/components/problem";
import { PageSkeleton } from "@/components/skeleton";
import { DemoNotes } from "./demo-notes";
import { SettingsForm } from "./settings-form";
import { Urls } from "./urls";
import { WiringPanel } from "./wiring-panel";

export function AgentsPage() {
  const agents = useQuery(agentsQuery);
  const info = useQuery(infoQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const agent = agents.data?.find((entry) => entry.id === chosen) ?? agents.data?.[0];

  return (
    <Page
      title="Agent config"
      intro="How the agent introduces itself, and how Retell reaches this server."
    >
      {agents.isPending || info.isPending ? (
        <PageSkeleton />
      ) : agents.isError ? (
        <Problem error={agents.error} onRetry={() => void agents.refetch()} />
      ) : info.isError ? (
        <Problem error={info.error} onRetry={() => void info.refetch()} />
      ) : !agent ? (
        <div className="card">
          <EmptyState
            icon={Bot}
            title="No agent yet"
            text="One is written down at the first call. Until then the server's own settings hold."
          />
        </div>
      ) : (
        <>
          {agents.data.length > 1 && (
            <label className="flex max-w-sm items-center gap-2 font-medium">
              Agent
              <select
                className="field"
                value={agent.id}
                onChange={(event) => setChosen(event.target.value)}
              >
                {agents.data.map((entry) => (
                  <option key={entry.id} value={entry.id}>
                    {entry.name}
                    {entry.is_default ? " (default)" : ""}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div className="grid items-start gap-5 xl:grid-cols-2">
            {/* Saved elsewhere or another agent: the form starts from what the server has. */}
            <SettingsForm
              key={`${agent.id}:${agent.updated_at}`}
              agent={agent}
              demo={info.data.mode === "demo"}
            />
            <div className="space-y-5">
              <Urls info={info.data} />
              <WiringPanel key={agent.id} agent={agent} />
              {info.data.mode === "demo" && <DemoNotes />}
            </div>
          </div>
        </>
      )}
    </Page>
  );
}
