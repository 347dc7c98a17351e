import { useMutation } from "@tanstack/react-query";
import { CircleCheck, CircleX, PlugZap } from "lucide-react";
import { api } from "@/api/client";
import type { Agent } from "@/api/types";
import { Problem } from "@/components/problem";
import { Section } from "@/components/section";
import { Skeleton } from "@/components/skeleton";
import { humanize } from "@/lib/format";

/** Asks Retell how the agent is set up, and compares. */
export function WiringPanel({ agent }: { agent: Agent }) {
  const verify = useMutation({ mutationFn: () => api.verifyAgent(agent.id) });
  return (
    <Section
      title="Wiring"
      aside={
        <button
          type="button"
          className="btn"
          disabled={verify.isPending}
          onClick={() => verify.mutate()}
        >
          <PlugZap aria-hidden="true" className="size-4" /> Verify wiring
        </button>
      }
    >
      <div aria-live="polite" className="space-y-3">
        {verify.isPending ? (
          <Skeleton className="w-2/3" />
        ) : verify.isError ? (
          <Problem error={verify.error} onRetry={() => verify.mutate()} />
        ) : verify.isSuccess ? (
          <>
            <p className="font-medium">
              {verify.data.ok
                ? "The agent at Retell leads to this server."
                : "The agent at Retell does not lead to this server yet."}
            </p>
            <ul className="space-y-2">
              {verify.data.checks.map((check) => (
                <li key={check.name} className="flex gap-2">
                  {check.ok ? (
                    <CircleCheck
                      role="img"
                      aria-label="In order"
                      className="mt-0.5 size-4 shrink-0 text-ok"
                    />
                  ) : (
                    <CircleX
                      role="img"
                      aria-label="Not in order"
                      className="mt-0.5 size-4 shrink-0 text-danger"
                    />
                  )}
                  <div className="min-w-0">
                    <p className="font-medium">{humanize(check.name)}</p>
                    <p className="break-words text-muted">{check.detail}</p>
                  </div>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="text-muted">
            Reads the agent{" "}
            {agent.provider_agent_id && (
              <code className="font-mono text-xs text-ink">{agent.provider_agent_id}</code>
            )}{" "}
            at Retell and checks that its URLs are the two above.
          </p>
        )}
      </div>
    </Section>
  );
}
